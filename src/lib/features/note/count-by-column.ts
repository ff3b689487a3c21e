import type { Note } from '#lib/domain/boards/note.ts';

/** How many notes stand in each column, by column id; columns without any are left out. */
export function countByColumn(
	notes: readonly Pick<Note, 'columnId'>[]
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { columnId } of notes) counts.set(columnId, (counts.get(columnId) ?? 0) + 1);
	return counts;
}
