import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, readNotes } from '#lib/board/board-doc.ts';
import { memoryStorage } from '../../../../tests/support/memory-storage.ts';
import { KeptItems } from '../kept/kept-items.ts';
import type { ItemStorage } from '../kept/item-storage.ts';
import type { KeptWord } from './board-keeping.ts';
import { KeptWords } from './kept-words.ts';

const ME = 'abcdefghijklmnop';

let storage: ItemStorage;
beforeEach(() => (storage = memoryStorage()));

function itemsOnDevice(): KeptItems<KeptWord> {
	return new KeptItems<KeptWord>('board.word', storage);
}

function textsOnDevice(): string[] {
	return itemsOnDevice().all.map(({ text }) => text);
}

/** A start of the page: its own replica, and words that are kept as the page keeps them. */
class Start {
	readonly doc = new Y.Doc();
	readonly words = new KeptWords(itemsOnDevice());

	/** Does one thing to a note, as the page does: touched, numbered where a socket takes it, kept. */
	write(change: (doc: Y.Doc) => string, frame?: number): string {
		const key = change(this.doc);
		this.words.touch(key);
		if (frame !== undefined) this.words.sent({ number: frame, whole: false });
		this.words.keep(this.doc, (note) => note.key.startsWith(`${ME}:`));
		return key;
	}

	add(text: string, frame?: number): string {
		return this.write(
			(doc) => addNote(doc, { pseudonym: ME, columnId: 'S', text, at: 1_000 }),
			frame
		);
	}
}

describe('words of one’s own', () => {
	test('[OF8] the newest words stand beside the replica until they are acknowledged', () => {
		const start = new Start();
		const key = start.add('ماء', 1);
		start.write((doc) => (editNoteText(doc, key, 'ماء نظيف'), key), 2);
		expect([start.words.stateOf(key), textsOnDevice()]).toEqual(['sent', ['ماء نظيف']]);
		start.words.saved(1);
		expect(textsOnDevice()).toEqual(['ماء نظيف']);
		start.words.saved(2);
		expect([start.words.stateOf(key), start.words.size, textsOnDevice()]).toEqual(['saved', 0, []]);
	});

	test('[OF8] of a note that was deleted no words are kept, and of somebody else’s nothing', () => {
		const start = new Start();
		const key = start.add('ماء');
		start.write((doc) => (deleteNote(doc, key), key));
		expect(itemsOnDevice().all).toMatchObject([{ key, text: '' }]);
		const other = { pseudonym: 'ponmlkjihgfedcba', columnId: 'S', text: 'eau', at: 2_000 };
		start.write((doc) => addNote(doc, other));
		expect(itemsOnDevice().all).toHaveLength(1);
	});

	test('[OF6] a frame that was not acknowledged counts for nothing once its connection is gone', () => {
		const start = new Start();
		const key = start.add('ماء', 5);
		start.words.disconnected();
		start.words.sent({ number: 1, whole: true });
		start.words.saved(0);
		expect(start.words.stateOf(key)).toBe('sent');
		start.words.saved(1);
		expect(start.words.stateOf(key)).toBe('saved');
	});

	test('[OF8] what the replica of a later start holds is unsaved still', () => {
		const first = new Start();
		const key = first.add('ماء');
		const later = new Start();
		expect(later.words.find(later.doc, false)).toEqual([]);
		Y.applyUpdate(later.doc, Y.encodeStateAsUpdate(first.doc));
		expect(later.words.find(later.doc, true)).toEqual([]);
		expect([later.words.stateOf(key), readNotes(later.doc)]).toMatchObject(['device', [{ key }]]);
	});

	test('[OF8] what no replica holds is given once all was read, and stays on the device until it is forgotten', () => {
		new Start().add('ماء');
		const later = new Start();
		expect(later.words.find(later.doc, false)).toEqual([]);
		const missing = later.words.find(later.doc, true);
		expect(missing).toMatchObject([{ text: 'ماء', columnId: 'S', at: 1_000 }]);
		expect(textsOnDevice()).toEqual(['ماء']);
		later.words.forget(missing);
		expect(textsOnDevice()).toEqual([]);
		expect(later.words.find(later.doc, true)).toEqual([]);
	});

	test('[OF15] what another tab wrote is unsaved here as well, and sent by a connection that stands', () => {
		const [one, other] = [new Start(), new Start()];
		const key = one.add('ماء');
		Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc));
		other.words.sent({ number: 3, whole: true });
		other.words.find(other.doc, true);
		expect(other.words.stateOf(key)).toBe('sent');
		other.words.saved(3);
		expect(textsOnDevice()).toEqual([]);
	});

	test('[OF10] a replica that is given up leaves no words behind', () => {
		const start = new Start();
		const key = start.add('ماء', 1);
		start.words.giveUp();
		expect([start.words.has(key), start.words.size, textsOnDevice()]).toEqual([false, 0, []]);
		// The numbers of its connection mean nothing to the next replica.
		start.words.restore([key]);
		expect(start.words.stateOf(key)).toBe('device');
	});
});
