import type { NoteState } from '#lib/client/board/unsaved-notes.ts';
import type { Note } from '#lib/domain/boards/note.ts';

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
	const waiting: Note[] = [];
	const own: Note[] = [];
	const others: Note[] = [];
	for (const note of notes.toReversed()) {
		if (note.columnId !== columnId) continue;
		if (!owner.isOwn(note)) others.push(note);
		else if (owner.stateOf(note) === 'device') waiting.push(note);
		else own.push(note);
	}
	return { own: [...waiting, ...own], others };
}
