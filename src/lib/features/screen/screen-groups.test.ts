import { expect, test } from 'vitest';
import type { PlacedNote } from '#lib/client/board/live-notes.svelte.ts';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import { screenGroups, screenSheets } from './screen-groups.ts';

const NOTES: ActivitySetup = {
	kind: 'notes',
	parameters: {
		columns: [
			{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' },
			{ id: 'W', name: { ar: 'الضعف' }, color: 'rose', icon: 'minus' }
		],
		writing: 'shared',
		clusters: 'together',
		vote: null
	}
};
const ONE = { id: 'one', name: { ar: 'الأولى' } };
const TWO = { id: 'two', name: { ar: 'الثانية' } };
const HALL = { id: 'hall', name: {} };

function note(board: string, key: string, columnId: string): PlacedNote {
	const note = { key, columnId, text: key, createdAt: 1, edited: false as const, deleted: false };
	return { id: `${board}/${key}`, board, key, note };
}
const told = (...of: Parameters<typeof screenGroups>) =>
	screenGroups(...of).map(({ name, column, notes }) => [
		name.ar,
		column?.id,
		notes.map(({ key, column }) => `${key} ${column.id}`)
	]);

test('[SC6] the notes of one board stand by its columns, newest first', () => {
	const notes = [note('hall', 'a', 'S'), note('hall', 'b', 'W'), note('hall', 'c', 'S')];
	expect(told(NOTES, [HALL], [...notes, note('hall', 'd', 'gone')])).toEqual([
		['القوة', 'S', ['c S', 'a S']],
		['الضعف', 'W', ['b W']]
	]);
});

test('[SP5] those of several boards stand by table, and each keeps its column', () => {
	const notes = [note('one', 'a', 'S'), note('one', 'b', 'W'), note('two', 'c', 'S')];
	expect(told(NOTES, [ONE, TWO], notes)).toEqual([
		['الأولى', undefined, ['b W', 'a S']],
		['الثانية', undefined, ['c S']]
	]);
});

test('[SC6] more tables than can be read at once have pages of their own, and none is left out', () => {
	const groups = Array.from({ length: 10 }, (_, at) => at);
	const sheets = screenSheets(groups, (at) => (at === 3 ? 2 : 0));
	expect(sheets.map(({ groups: shown, page }) => [shown.length, page])).toEqual([
		[8, 0],
		[8, 1],
		[2, 0]
	]);
	expect(screenSheets([], () => 1)).toEqual([]);
});
