import type { NoteState } from '#lib/client/unsaved-notes.ts';
import type { Note } from '#lib/domain/note.ts';

/** What decides where a note stands in its owner's list. */
export interface NoteOwner {
	isOwn(note: Note): boolean;
	stateOf(note: Note): NoteState;
}

export interface OrderedNotes {
	/** One's own: those on this device only first, then the others; newest first in each. */
	readonly own: readonly Note[];
	/** Everybody else's, newest first. */
	readonly others: readonly Note[];
}

/** The notes of one column in the order in which a person reads them on a phone. `notes` are oldest first. */
export function orderNotes(
	notes: readonly Note[],
	columnId: string,
	owner: NoteOwner
): OrderedNotes {
	const newestFirst = notes.filter((note) => note.columnId === columnId).reverse();
	const own = newestFirst.filter((note) => owner.isOwn(note));
	const waiting = own.filter((note) => owner.stateOf(note) === 'device');
	return {
		own: [...waiting, ...own.filter((note) => owner.stateOf(note) !== 'device')],
		others: newestFirst.filter((note) => !owner.isOwn(note))
	};
}

/** Notes by column id. */
export function countByColumn(
	notes: readonly Pick<Note, 'columnId'>[]
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { columnId } of notes) counts.set(columnId, (counts.get(columnId) ?? 0) + 1);
	return counts;
}
