import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	addNote,
	deleteNote,
	editNoteText,
	moveNote,
	notesOf,
	OWN_CHANGE,
	readNotes
} from './board-doc.ts';
import { spliceText } from './splice-text.ts';

const PSEUDONYM = 'abcdefghijklmnop';

function boardWith(...texts: string[]): { doc: Y.Doc; keys: string[] } {
	const doc = new Y.Doc();
	const keys = texts.map((text, at) =>
		addNote(doc, { pseudonym: PSEUDONYM, columnId: 'S', text, at })
	);
	return { doc, keys };
}

describe('a board', () => {
	test('[BD1] a note is keyed by its author’s pseudonym and read oldest first', () => {
		const { doc, keys } = boardWith('أولى', 'deuxième');
		expect(readNotes(doc).map((note) => note.text)).toEqual(['أولى', 'deuxième']);
		expect(keys.every((key) => key.startsWith(`${PSEUDONYM}:`))).toBe(true);
	});

	test('[BD2] deleting flags the note and empties its text; undo brings both back', () => {
		const { doc, keys } = boardWith('ضعف التسويق');
		const undo = new Y.UndoManager(notesOf(doc), {
			trackedOrigins: new Set([OWN_CHANGE]),
			captureTimeout: 0
		});
		const [key = ''] = keys;
		deleteNote(doc, key);
		expect(readNotes(doc)).toEqual([]);
		expect(notesOf(doc).get(key)?.get('text')?.toString()).toBe('');
		undo.undo();
		expect(readNotes(doc).map((note) => note.text)).toEqual(['ضعف التسويق']);
	});

	test('[BD3] two who edit one note at once keep both changes', () => {
		const { doc, keys } = boardWith('نقص فضاءات التخزين');
		const [key = ''] = keys;
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		editNoteText(doc, key, 'نقص كبير في فضاءات التخزين');
		editNoteText(other, key, 'نقص فضاءات التخزين والتبريد');
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
		expect(readNotes(doc)[0]?.text).toBe('نقص كبير في فضاءات التخزين والتبريد');
		expect(readNotes(other)[0]?.text).toBe(readNotes(doc)[0]?.text);
	});

	test('[BD4] a wording changed by someone else says so', () => {
		const { doc, keys } = boardWith('a', 'b');
		editNoteText(doc, keys[0] ?? '', 'A', true);
		expect(readNotes(doc).map((note) => note.edited)).toEqual(['somebody', false]);
	});

	test('[BD5] moving changes the column and nothing else', () => {
		const { doc, keys } = boardWith('a');
		moveNote(doc, keys[0] ?? '', 'W');
		expect(readNotes(doc)[0]).toMatchObject({ columnId: 'W', text: 'a' });
	});

	test('[BD6] what is no well-formed note is not read', () => {
		const { doc } = boardWith('a');
		const notes = doc.getMap<unknown>('notes');
		notes.set('forged', new Y.Map([['column', 'S']]));
		notes.set(`${PSEUDONYM}:0123456789ab`, 'text');
		expect(readNotes(doc)).toHaveLength(1);
	});

	test('[BD7] a splice gives the wanted text and never cuts a character in two', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
				const doc = new Y.Doc();
				const text = doc.getText('t');
				text.insert(0, from);
				spliceText(text, to);
				expect(text.toString()).toBe(to);
				const copy = new Y.Doc();
				Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
				expect(copy.getText('t').toString()).toBe(to);
			})
		);
	});
});
