import * as Y from 'yjs';
import type { Note } from '../domain/boards/note.ts';
import { newNoteMap, notesOf, readNote } from './board-doc.ts';
import { isErasedNote } from './erase-notes.ts';
import { mergeTexts, spliceText } from './splice-text.ts';

/** What its author did to a note in a document of their own, since that was last brought to the board. */
export interface OwnChange {
	/** Undefined for a note that was not there yet. */
	readonly before: Note | undefined;
	readonly after: Note;
}

/** True when a note of that key was ever put there, also when it was deleted since. */
export function hasNote(doc: Y.Doc, key: string): boolean {
	return notesOf(doc).has(key);
}

/** All well-formed notes by key, those that were deleted included. */
export function readAllNotes(doc: Y.Doc): Map<string, Note> {
	const notes = new Map<string, Note>();
	for (const [key, map] of notesOf(doc)) {
		const note = readNote(key, map);
		if (note) notes.set(key, note);
	}
	return notes;
}

/** What differs between two readings of a document, of which `after` is the later one. */
export function changesBetween(
	before: ReadonlyMap<string, Note>,
	after: ReadonlyMap<string, Note>
): OwnChange[] {
	const changes: OwnChange[] = [];
	for (const [key, note] of after) {
		const known = before.get(key);
		if (!known || !isSame(known, note)) changes.push({ before: known, after: note });
	}
	return changes;
}

/**
 * Brings authors' own changes to the board, in one transaction: new notes with their keys, times and
 * columns, and of known ones what the author changed. Others' changes on the board stay; a note that was
 * deleted before it came is left out. Bringing the same changes again does nothing.
 */
export function carryNotes(board: Y.Doc, changes: readonly OwnChange[]): void {
	board.transact(() => {
		for (const change of changes) carryNote(board, change);
	});
}

function carryNote(board: Y.Doc, { before, after }: OwnChange): void {
	const notes = notesOf(board);
	const map = notes.get(after.key);
	const present = readNote(after.key, map);
	if (!map) {
		if (!after.deleted) notes.set(after.key, newNoteMap({ ...after, at: after.createdAt }));
		return;
	}
	if (isErasedNote(map)) return;
	const text = map.get('text');
	if (!present || !before || !(text instanceof Y.Text)) return;
	if (after.columnId !== before.columnId && present.columnId === before.columnId)
		map.set('column', after.columnId);
	if (after.deleted) {
		if (before.deleted || present.deleted) return;
		map.set('deleted', true);
		text.delete(0, text.length);
	} else if (!present.deleted) {
		if (after.text !== before.text)
			spliceText(text, mergeTexts(before.text, present.text, after.text));
	} else if (before.deleted) {
		map.set('deleted', false);
		spliceText(text, after.text);
	}
}

function isSame(one: Note, other: Note): boolean {
	return (
		one.text === other.text && one.columnId === other.columnId && one.deleted === other.deleted
	);
}
