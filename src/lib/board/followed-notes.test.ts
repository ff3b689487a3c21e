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
import { FollowedNotes } from './followed-notes.ts';

const PSEUDONYM = 'abcdefghijklmnop';

function followed(doc: Y.Doc): { notes: FollowedNotes; told: () => number } {
	let count = 0;
	const notes = new FollowedNotes(doc, () => count++);
	return { notes, told: () => count };
}

function add(doc: Y.Doc, text: string, at: number): string {
	return addNote(doc, { pseudonym: PSEUDONYM, columnId: 'S', text, at });
}

describe('[LB1] notes that are followed', () => {
	test('are those of the document after any steps, others’ and undone ones included', () => {
		const step = fc.record({
			verb: fc.constantFrom('add', 'edit', 'move', 'delete', 'restamp', 'spoil', 'undo', 'redo'),
			which: fc.nat(20),
			text: fc.string({ maxLength: 6 }),
			at: fc.nat(5),
			remote: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const doc = new Y.Doc();
				const other = new Y.Doc();
				const { notes } = followed(doc);
				const undo = new Y.UndoManager(notesOf(doc), {
					trackedOrigins: new Set([OWN_CHANGE]),
					captureTimeout: 0
				});
				for (const { verb, which, text, at, remote } of steps) {
					const on = remote ? other : doc;
					const keys = [...notesOf(on).keys()];
					const key = keys[which % Math.max(1, keys.length)] ?? '';
					if (verb === 'add') add(on, text, at);
					else if (verb === 'edit') editNoteText(on, key, text, remote);
					else if (verb === 'move') moveNote(on, key, text.replace(/\W/g, '') || 'W');
					else if (verb === 'delete') deleteNote(on, key);
					else if (verb === 'restamp') notesOf(on).get(key)?.set('at', at);
					else if (verb === 'spoil') notesOf(on).get(key)?.set('column', '?');
					else if (verb === 'undo') undo.undo();
					else undo.redo();
					Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
					Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
					expect(notes.all).toEqual(readNotes(doc));
				}
				notes.stop();
			})
		);
	});

	test('stay the same objects while they do not change, in a new list', () => {
		const doc = new Y.Doc();
		const keys = ['a', 'b', 'c'].map((text, at) => add(doc, text, at));
		const { notes, told } = followed(doc);
		const before = notes.all;
		editNoteText(doc, keys[1] ?? '', 'B');
		expect(told()).toBe(1);
		expect(notes.all).not.toBe(before);
		expect(notes.all[0]).toBe(before[0]);
		expect(notes.all[1]).not.toBe(before[1]);
		expect(notes.all[2]).toBe(before[2]);
	});

	test('tell nothing when no note looks different, and nothing after stop', () => {
		const doc = new Y.Doc();
		const key = add(doc, 'a', 1);
		const { notes, told } = followed(doc);
		moveNote(doc, key, 'S');
		expect(told()).toBe(0);
		notes.stop();
		add(doc, 'b', 2);
		expect(told()).toBe(0);
	});
});
