import { expect, test } from 'vitest';
import { noteLanes } from './note-lanes.ts';

test('[RN11] each lane is newest first', () => {
	expect(noteLanes([1, 2, 3, 4, 5], 3, 10)).toEqual([[4, 1], [5, 2], [3]]);
});

test('[RN11] a newer note moves no other one to another lane', () => {
	const before = noteLanes([1, 2, 3, 4], 3, 10);
	const after = noteLanes([1, 2, 3, 4, 5], 3, 10);
	for (const [lane, notes] of before.entries())
		expect(after[lane]).toEqual(expect.arrayContaining(notes));
});

test('[RN11] the oldest ones wait when there are too many', () => {
	expect(noteLanes([1, 2, 3, 4, 5], 2, 3).flat().sort()).toEqual([3, 4, 5]);
	expect(noteLanes([], 2, 3)).toEqual([[], []]);
});
