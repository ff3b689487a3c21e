import * as Y from 'yjs';
import { authorOfNoteKey, isNoteTime, newNoteKey, type Note } from '../domain/boards/note.ts';
import { readMark } from '../domain/boards/note-mark.ts';
import { isReference } from '../domain/id.ts';
import { isInkless } from '../domain/text/ink.ts';
import { spliceText } from './splice-text.ts';

/**
 * The notes of one board: a root map `notes`, a note's key to a map of
 * `column` string, `text` Y.Text, `at` number, `deleted` boolean, `edited` a mark (`NoteMark`).
 * A page marks with `true` what it changes of another's words; whose hand it was is the server's to write.
 * A note is never taken out of the map: deletion is a flag and empties the text, undo brings both back.
 */
type NoteMap = Y.Map<string | number | boolean | Y.Text>;

/** What a new note says; `at` in epoch milliseconds. */
export interface NewNote {
	readonly columnId: string;
	readonly text: string;
	readonly at: number;
}

/** The origin of a person's own changes, which undo is about. */
export const OWN_CHANGE = 'own-change';

export function notesOf(doc: Y.Doc): Y.Map<NoteMap> {
	return doc.getMap('notes');
}

/** One note as the document holds it, or undefined when it is no well-formed note. */
export function readNote(key: string, note: unknown): Note | undefined {
	if (!(note instanceof Y.Map) || authorOfNoteKey(key) === undefined) return undefined;
	const column: unknown = note.get('column');
	const text: unknown = note.get('text');
	const at: unknown = note.get('at');
	if (!isReference(column) || !(text instanceof Y.Text) || !isNoteTime(at)) return undefined;
	const words = text.toString();
	return {
		key,
		columnId: column,
		text: words,
		createdAt: at,
		// Undoing the creation leaves a note without words: it is as good as deleted, as one nobody can see.
		deleted: note.get('deleted') === true || isInkless(words),
		edited: readMark(note.get('edited'))
	};
}

/** A note that is not in a document yet, with the fields that every note has from the start. */
export function newNoteMap({ columnId, text, at }: NewNote): NoteMap {
	const map: NoteMap = new Y.Map();
	map.set('column', columnId);
	map.set('text', new Y.Text(text));
	map.set('at', at);
	return map;
}

/** The latest time of the notes of `pseudonym`, the deleted ones included; undefined without any. */
export function latestTimeOf(doc: Y.Doc, pseudonym: string): number | undefined {
	let latest: number | undefined;
	for (const [key, map] of notesOf(doc)) {
		const at: unknown = authorOfNoteKey(key) === pseudonym ? map.get('at') : undefined;
		if (isNoteTime(at) && (latest === undefined || at > latest)) latest = at;
	}
	return latest;
}

/** All well-formed notes that are not deleted, oldest first. */
export function readNotes(doc: Y.Doc): Note[] {
	const notes: Note[] = [];
	for (const [key, map] of notesOf(doc)) {
		const note = readNote(key, map);
		if (note && !note.deleted) notes.push(note);
	}
	return notes.sort(byAge);
}

/** Oldest first, with one order for notes of the same millisecond on every device. */
export function byAge(a: Note, b: Note): number {
	return a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1);
}

/** Adds a note by the owner of `pseudonym` and gives its key. `text` was checked by the caller. */
export function addNote(doc: Y.Doc, note: NewNote & { readonly pseudonym: string }): string {
	const key = newNoteKey(note.pseudonym);
	doc.transact(() => notesOf(doc).set(key, newNoteMap(note)), OWN_CHANGE);
	return key;
}

/** Changes the wording by the smallest splice, so that two who edit at once keep both changes. */
export function editNoteText(doc: Y.Doc, key: string, text: string, byOther = false): void {
	const map = notesOf(doc).get(key);
	const current = map?.get('text');
	if (!map || !(current instanceof Y.Text)) return;
	doc.transact(() => {
		spliceText(current, text);
		if (byOther && !readMark(map.get('edited'))) map.set('edited', true);
	}, OWN_CHANGE);
}

export function moveNote(doc: Y.Doc, key: string, columnId: string): void {
	doc.transact(() => notesOf(doc).get(key)?.set('column', columnId), OWN_CHANGE);
}

/** Marks the note as deleted and empties its text. */
export function deleteNote(doc: Y.Doc, key: string): void {
	const map = notesOf(doc).get(key);
	const text = map?.get('text');
	if (!map || !(text instanceof Y.Text)) return;
	doc.transact(() => {
		map.set('deleted', true);
		text.delete(0, text.length);
	}, OWN_CHANGE);
}
