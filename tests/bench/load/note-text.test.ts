import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { addNote } from '#lib/board/board-doc.ts';
import { noteNumbersIn, noteText } from './note-text.ts';
import { seededRandom } from './random.ts';

function updateWith(number: number): Uint8Array {
	const doc = new Y.Doc();
	addNote(doc, {
		pseudonym: 'a'.repeat(16),
		columnId: 'S',
		text: noteText(number, seededRandom(number)),
		at: 0
	});
	return Y.encodeStateAsUpdate(doc);
}

test('[BE2] notes are found in an update, in a merged one and in a state', () => {
	const updates = [3, 1_234_567, 0].map(updateWith);
	expect(updates.map((update) => noteNumbersIn(Buffer.from(update)))).toEqual([
		[3],
		[1_234_567],
		[0]
	]);
	const merged = Y.mergeUpdates(updates);
	expect(noteNumbersIn(Buffer.from(merged)).sort((a, b) => a - b)).toEqual([0, 3, 1_234_567]);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, merged);
	expect(noteNumbersIn(Buffer.from(Y.encodeStateAsUpdate(doc)))).toHaveLength(3);
	expect(noteNumbersIn(Buffer.from('bench- bench-12 none'))).toEqual([]);
});

test('[BE3] texts have the size of real notes, and are the same in each run', () => {
	const texts = Array.from({ length: 500 }, (_, number) => noteText(number, seededRandom(number)));
	for (const text of texts) {
		expect(text.length).toBeGreaterThanOrEqual(50);
		expect(text.length).toBeLessThanOrEqual(200);
	}
	const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
	expect(mean).toBeGreaterThan(90);
	expect(mean).toBeLessThan(120);
	expect(noteText(7, seededRandom(1))).toBe(noteText(7, seededRandom(1)));
});
