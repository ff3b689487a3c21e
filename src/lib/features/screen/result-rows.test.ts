import { expect, test } from 'vitest';
import { denseRanks } from '#lib/domain/ballots/rank.ts';
import { resultRows } from './result-rows.ts';

const options = (scores: readonly number[]) =>
	denseRanks(scores, (score) => score).map(({ score, rank, tied }, index) => ({
		kind: 'cluster' as const,
		ref: String(index),
		title: {},
		score,
		rank,
		tied
	}));
const falling = (count: number) => Array.from({ length: count }, (_, index) => count - index);

test.each([
	[0, 0, 0, 0],
	[6, 6, 0, 0],
	[8, 8, 0, 0],
	[9, 6, 3, 0],
	[12, 6, 6, 0],
	[20, 6, 6, 8]
])('[SC7] of %i results %i are large, %i in a line and %i elsewhere', (all, large, rest, left) => {
	const rows = resultRows(options(falling(all)));
	expect([rows.large.length, rows.rest.length, rows.left]).toEqual([large, rest, left]);
	expect([...rows.large, ...rows.rest]).toEqual(options(falling(all)).slice(0, large + rest));
});

test.each([
	['who ties with the sixth is large too', [9, 8, 7, 6, 5, 4, 4, 4, 1, 1], 8, 2, 0, 0],
	['a tie over the edge stands in the line whole', [9, 8, 7, 6, 5, 4, 4, 4, 4, 1], 5, 5, 0, 0],
	['twelve that tie stand alike', Array<number>(12).fill(3), 0, 12, 0, 0],
	['what got nothing is counted alone', [5, 4, 0, 0, 0, 0, 0, 0, 0], 2, 0, 0, 7],
	[
		'the line is cut between ranks too',
		[...falling(6).map((n) => n + 9), ...Array<number>(9).fill(2)],
		6,
		0,
		9,
		0
	]
] as const)('[VO21] on the screen: %s', (_what, scores, large, rest, left, unplaced) => {
	const rows = resultRows(options(scores));
	expect([rows.large.length, rows.rest.length, rows.left, rows.unplaced]).toEqual([
		large,
		rest,
		left,
		unplaced
	]);
});
