import { expect, test } from 'vitest';
import { denseRanks } from './rank.ts';

const ranks = (...scores: number[]) =>
	denseRanks(scores, (score) => score).map(({ score, rank, tied }) => [score, rank, tied]);

test('[VO7] equal scores share a rank and the next one follows without a gap', () => {
	expect(ranks(30, 33, 30, 27)).toEqual([
		[33, 1, false],
		[30, 2, true],
		[30, 2, true],
		[27, 3, false]
	]);
});

test('[VO7] without any dots everything is tied at the first rank', () => {
	expect(ranks(0, 0)).toEqual([
		[0, 1, true],
		[0, 1, true]
	]);
	expect(ranks()).toEqual([]);
});

test('[VO7] equal items keep their order', () => {
	const items = denseRanks(['b', 'a', 'c'], () => 1).map(({ item }) => item);
	expect(items).toEqual(['b', 'a', 'c']);
});
