import type { PlacedNote } from '#lib/client/board/live-notes.svelte.ts';
import { columnsOf, type ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import type { Column } from '#lib/domain/boards/column.ts';
import type { StageBoard } from '#lib/domain/stage/stage.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';

/** A note with the column whose colour it has. */
export interface ColumnNote extends PlacedNote {
	readonly column: Column;
}

/** Notes under one head: those of a column or, where several boards stand side by side, those of a board. */
export interface ScreenGroup {
	readonly id: string;
	readonly name: LocalizedText;
	/** Null for a board's, whose notes are of all columns. */
	readonly column: Column | null;
	/** Newest first. */
	readonly notes: readonly ColumnNote[];
}

/** The most heads that are read at once from the back of a hall; further ones have pages of their own. */
export const GROUPS_AT_ONCE = 8;

/**
 * The notes of one board by its columns; of several by their boards, each named by its table or room, in
 * the order given. `notes` come oldest first.
 */
export function screenGroups(
	activity: ActivitySetup,
	boards: readonly Pick<StageBoard, 'id' | 'name'>[],
	notes: readonly PlacedNote[]
): readonly ScreenGroup[] {
	const columns = columnsOf(activity);
	const placed = notes
		.flatMap((note): ColumnNote[] => {
			const column = columns.find(({ id }) => id === note.note.columnId);
			return column ? [{ ...note, column }] : [];
		})
		.toReversed();
	if (boards.length > 1)
		return boards.map(({ id, name }) => ({
			id,
			name,
			column: null,
			notes: placed.filter(({ board }) => board === id)
		}));
	return columns.map((column) => ({
		id: column.id,
		name: column.name,
		column,
		notes: placed.filter((note) => note.column.id === column.id)
	}));
}

/** One page of the screen: groups that stand side by side, and which page of their notes each shows. */
export interface ScreenSheet<Group> {
	readonly groups: readonly Group[];
	readonly page: number;
}

/** Every page of the screen in order. `pagesOf` tells how many pages the notes of a group take. */
export function screenSheets<Group>(
	groups: readonly Group[],
	pagesOf: (group: Group) => number
): readonly ScreenSheet<Group>[] {
	const sheets: ScreenSheet<Group>[] = [];
	for (let at = 0; at < groups.length; at += GROUPS_AT_ONCE) {
		const together = groups.slice(at, at + GROUPS_AT_ONCE);
		const pages = Math.max(1, ...together.map(pagesOf));
		for (let page = 0; page < pages; page++) sheets.push({ groups: together, page });
	}
	return sheets;
}
