import { expect, test } from 'vitest';
import { resultRows } from './result-rows.ts';

const options = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		kind: 'cluster' as const,
		ref: String(index),
		title: {},
		score: count - index,
		rank: index + 1,
		tied: false
	}));

test.each([
	[0, 0, 0, 0],
	[6, 6, 0, 0],
	[8, 8, 0, 0],
	[9, 6, 3, 0],
	[12, 6, 6, 0],
	[20, 6, 6, 8]
])('[SC7] of %i results %i are large, %i in a line and %i elsewhere', (all, large, rest, left) => {
	const rows = resultRows(options(all));
	expect([rows.large.length, rows.rest.length, rows.left]).toEqual([large, rest, left]);
	expect([...rows.large, ...rows.rest]).toEqual(options(all).slice(0, large + rest));
});
