import * as Y from 'yjs';
import type { HandedNote } from '../domain/boards/late-note.ts';
import { moveNote, newNoteMap, notesOf, OWN_CHANGE } from './board-doc.ts';
import { isErasedNote } from './erase-notes.ts';
import { spliceText } from './splice-text.ts';

/**
 * Puts a late note on the board under its author's key and time. Where a note with this key stands, its
 * wording and column are replaced; one that was deleted stands again. One whose words were erased stays as it is.
 */
export function admitNote(doc: Y.Doc, note: HandedNote): void {
	doc.transact(() => {
		const notes = notesOf(doc);
		const standing = notes.get(note.key);
		if (standing && isErasedNote(standing)) return;
		const text = standing?.get('text');
		if (standing && text instanceof Y.Text) {
			spliceText(text, note.text);
			if (standing.get('deleted') === true) standing.set('deleted', false);
			if (standing.get('column') !== note.columnId) moveNote(doc, note.key, note.columnId);
			return;
		}
		notes.set(note.key, newNoteMap(note));
	}, OWN_CHANGE);
}
