import { expect, test } from 'vitest';
import { firstPlaces, placeOf } from './places.ts';
import { denseRanks } from './rank.ts';

const ranked = (scores: readonly number[]) =>
	denseRanks(scores, (score) => score).map(({ score, rank, tied }) => ({ score, rank, tied }));

test.each([
	['the cut falls between ranks', [9, 8, 7, 6], 2, undefined, [9, 8]],
	['who ties with the last one is shown too', [9, 8, 8, 8, 3], 2, undefined, [9, 8, 8, 8]],
	['a tie that does not fit is left out whole', [9, 8, 8, 8, 3], 2, 3, [9]],
	['a first rank that does not fit, too', [4, 4, 4, 4, 1], 2, 3, []],
	['nothing with 0 is shown, however few there are', [5, 0, 0], 3, undefined, [5]],
	['nor where all got nothing', [0, 0], 3, undefined, []],
	['all of them, where there are fewer', [5, 4], 6, 8, [5, 4]]
] as const)('[VO21] %s', (_what, scores, wanted, room, shown) => {
	expect(firstPlaces(ranked(scores), wanted, room).map(({ score }) => score)).toEqual(shown);
});

test('[VO21] what got nothing has no place and ties with nobody', () => {
	expect(ranked([3, 3, 0, 0]).map(placeOf)).toEqual([
		{ rank: 1, tied: true },
		{ rank: 1, tied: true },
		null,
		null
	]);
});
