import { expect, test } from 'vitest';
import type { Draft } from '#lib/client/board/draft.ts';
import type { LateNote } from '#lib/domain/boards/late-note.ts';
import { admittedBy, lateSheets } from './late-sheets.ts';

const draft = (key: string, at: number): Draft => {
	return { id: key, key, columnId: 'S', text: `${key} here`, at, code: 'activity_closed' };
};
const handed = (key: string, at: number, state: LateNote['state']): LateNote => {
	return { key, boardId: 'a', columnId: 'S', text: `${key} there`, at, handedAt: 90, state };
};

test('[OF11] late notes stand in the order in which they were written, wherever they are', () => {
	const sheets = lateSheets(
		[draft('b', 20)],
		[handed('c', 30, 'left'), handed('a', 10, 'waiting')]
	);
	expect(sheets.map(({ id, state, handedAt }) => [id, state, handedAt])).toEqual([
		['a', 'waiting', 90],
		['b', 'device', null],
		['c', 'left', 90]
	]);
});

test('[OF11] a newer wording on this device stands once, in the place of what was handed in', () => {
	const sheets = lateSheets([draft('a', 10)], [handed('a', 10, 'waiting')]);
	expect(sheets.map(({ text, state }) => [text, state])).toEqual([['a here', 'device']]);
});

test('[OF11] a late note whose words stand on the board was admitted, whatever was heard of it', () => {
	const sheets = lateSheets([], [handed('a', 10, 'waiting'), handed('b', 20, 'waiting')]);
	const note = { columnId: 'S', createdAt: 0, deleted: false, edited: false as const };
	const admitted = admittedBy(sheets, [
		{ ...note, key: 'a', text: 'a there' },
		{ ...note, key: 'b', text: 'an earlier wording' }
	]);
	expect(admitted.map(({ state }) => state)).toEqual(['admitted', 'waiting']);
	// Moved to another column too late: on the board it stands where it stood.
	const moved = admittedBy(sheets, [{ ...note, key: 'a', text: 'a there', columnId: 'W' }]);
	expect(moved.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
});
