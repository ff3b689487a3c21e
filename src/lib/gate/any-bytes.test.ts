import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	facilitator,
	GatedDocument,
	participant
} from '../../../tests/support/sockets/gated-document.ts';
import { addNote, deleteNote, moveNote } from '../board/board-doc.ts';
import { boardSchema } from './schemas/board-schema.ts';

const A = participant('a');

function board(): { room: GatedDocument; honest: Uint8Array } {
	const room = new GatedDocument(boardSchema());
	const page = room.page(A, 7);
	const add = () =>
		addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'ضعف 😀', at: 1e12 });
	const key = add();
	page.send();
	moveNote(page.doc, key, 'W');
	deleteNote(page.doc, key);
	add();
	return { room, honest: Y.encodeStateAsUpdate(page.doc) };
}

describe('[GT13] whatever the bytes are', () => {
	test('the gate answers and the document stays whole', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				const { room } = board();
				for (const writer of [A, facilitator('f')])
					expect(room.take(bytes, writer).kind).not.toBe('accepted');
			}),
			{ numRuns: 80 }
		);
	}, 60_000);

	test('an honest update that is cut short or has bytes changed is no exception', () => {
		const { honest } = board();
		const changes = fc.array(fc.record({ at: fc.nat(honest.length - 1), byte: fc.nat(255) }), {
			maxLength: 3
		});
		fc.assert(
			fc.property(changes, fc.nat(honest.length), (bytesChanged, length) => {
				const { room } = board();
				const bytes = honest.slice(0, length);
				for (const { at, byte } of bytesChanged) bytes[at] = byte;
				// It throws where the gate changed the document or let something through that waits for more.
				room.take(bytes, A);
				for (const [key, note] of room.doc.getMap<Y.Map<unknown>>('notes'))
					expect([key.slice(0, 16), typeof note.get('column')]).toEqual(['a'.repeat(16), 'string']);
			}),
			{ numRuns: 120 }
		);
	}, 60_000);
});
