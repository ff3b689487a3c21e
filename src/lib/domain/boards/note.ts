import { newId } from '../id.ts';
import type { NoteMark } from './note-mark.ts';

/** A sticky note as everyone may see it: no author and no category stand in the shared document. */
export interface Note {
	/** `<author's pseudonym on this board>:<random>`, which decides the owner even after deletion. */
	readonly key: string;
	/** A reference (`isReference`). */
	readonly columnId: string;
	readonly text: string;
	/** When its author added it, in epoch milliseconds: by the author's clock, within what the server knows. */
	readonly createdAt: number;
	readonly deleted: boolean;
	/** Who changed the wording last, where somebody else did; the first text stays in the history. */
	readonly edited: NoteMark | false;
}

/** Most characters of a note, as people count them. */
export const NOTE_TEXT_LIMIT = 600;

const KEY = /^([a-z0-9]{16}):([a-z0-9]{10,24})$/;

/** The pseudonym in a note's key, or undefined when the key is not one. */
export function authorOfNoteKey(key: string): string | undefined {
	return KEY.exec(key)?.[1];
}

/** A new note's key in the name of `pseudonym`. */
export function newNoteKey(pseudonym: string): string {
	return `${pseudonym}:${newId(12)}`;
}

/** The last millisecond that a Date can name: the latest time of a note. */
export const LAST_NOTE_TIME = 8.64e15;

/** True for epoch milliseconds that a Date can name; a row of a database takes no NaN. */
export function isNoteTime(value: unknown): value is number {
	return typeof value === 'number' && value >= 0 && value <= LAST_NOTE_TIME;
}
