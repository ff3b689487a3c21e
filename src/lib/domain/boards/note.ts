/** A sticky note as everyone may see it: no author and no category stand in the shared document. */
export interface Note {
	/** `<author's pseudonym on this board>:<random>`, which decides the owner even after deletion. */
	readonly key: string;
	readonly columnId: string;
	readonly text: string;
	/** When its author added it, in epoch milliseconds, by the author's corrected clock. */
	readonly createdAt: number;
	readonly deleted: boolean;
	/** Set when a facilitator changed the wording; the first text stays in the history. */
	readonly edited: boolean;
}

/** Most characters of a note, as people count them. */
export const NOTE_TEXT_LIMIT = 600;

const KEY = /^([a-z0-9]{16}):([a-z0-9]{10,24})$/;

/** The pseudonym in a note's key, or undefined when the key is not one. */
export function authorOfNoteKey(key: string): string | undefined {
	return KEY.exec(key)?.[1];
}
