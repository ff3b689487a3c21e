import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { addNote, deleteNote, editNoteText, moveNote, notesOf, readNotes } from './board-doc.ts';
import { carryNotes, changesBetween, readAllNotes } from './carry-notes.ts';

const PSEUDONYM = 'a'.repeat(16);

/** A board and somebody's own document, with what was brought to the board so far. */
function pair() {
	const [board, own] = [new Y.Doc(), new Y.Doc()];
	let brought = readAllNotes(own);
	return {
		board,
		own,
		write: (text: string, at = 1) =>
			addNote(own, { pseudonym: PSEUDONYM, columnId: 'S', text, at }),
		bring() {
			const now = readAllNotes(own);
			const changes = changesBetween(brought, now);
			carryNotes(board, changes);
			brought = now;
			return changes;
		},
		shown: () => readNotes(board).map(({ text }) => text)
	};
}

test('[PV4] notes come to the board with their keys, times and columns, and deleted ones do not', () => {
	const { board, own, write, bring } = pair();
	const first = write('فكرة أولى', 7);
	const moved = write('deuxième', 8);
	moveNote(own, moved, 'W');
	deleteNote(own, write('تراجعت عنها', 9));
	const updates: Uint8Array[] = [];
	board.on('update', (update: Uint8Array) => updates.push(update));
	bring();
	expect(readNotes(board)).toEqual([
		{ key: first, columnId: 'S', text: 'فكرة أولى', createdAt: 7, deleted: false, edited: false },
		{ key: moved, columnId: 'W', text: 'deuxième', createdAt: 8, deleted: false, edited: false }
	]);
	expect(updates).toHaveLength(1);
	expect(notesOf(board).size).toBe(2);
});

test('[PV7] what its author changed in a note that is there follows, and only that', () => {
	const { board, own, write, bring, shown } = pair();
	const key = write('la route est mauvaise');
	bring();
	moveNote(board, key, 'W');
	editNoteText(own, key, 'la route est très mauvaise');
	bring();
	expect(shown()).toEqual(['la route est très mauvaise']);
	expect(readNotes(board)[0]?.columnId).toBe('W');
	moveNote(own, key, 'O');
	bring();
	expect(readNotes(board)[0]?.columnId).toBe('W');
});

test('[PV7] two wordings of one note are merged as if both had written at once', () => {
	const { board, own, write, bring, shown } = pair();
	const key = write('la route est mauvaise');
	bring();
	editNoteText(board, key, 'la route est mauvaise.', true);
	editNoteText(own, key, 'la route est très mauvaise');
	bring();
	expect(shown()).toEqual(['la route est très mauvaise.']);
});

test('[PV7] a note that its author deletes or brings back follows; one that others deleted stays deleted', () => {
	const { board, own, write, bring, shown } = pair();
	const undo = new Y.UndoManager(notesOf(own), { trackedOrigins: new Set(['own-change']) });
	const key = write('بطاقة');
	bring();
	undo.stopCapturing();
	deleteNote(own, key);
	bring();
	expect(shown()).toEqual([]);
	undo.undo();
	bring();
	expect(shown()).toEqual(['بطاقة']);
	deleteNote(board, key);
	editNoteText(own, key, 'بطاقة أخرى');
	bring();
	expect(shown()).toEqual([]);
});

test('[PV6] bringing the same changes twice is bringing them once', () => {
	const { board, own, write, bring } = pair();
	const key = write('une idée');
	carryNotes(board, bring());
	editNoteText(own, key, 'une bonne idée');
	const changes = bring();
	const before = Y.encodeStateAsUpdate(board);
	carryNotes(board, changes);
	expect(Y.encodeStateAsUpdate(board)).toEqual(before);
});
