import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as awareness from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addNote, deleteNote } from '#lib/board/board-doc.ts';
import {
	encodeRefused,
	encodeSaved,
	encodeStatus,
	encodeWriting,
	MESSAGE,
	SYNC_STEP_1,
	SYNC_UPDATE
} from '#lib/realtime/frame.ts';
import { describeFrame } from './describe-frame.ts';

function frame(...parts: (number | Uint8Array)[]): Uint8Array {
	return encoding.encode((encoder) => {
		for (const part of parts)
			if (typeof part === 'number') encoding.writeVarUint(encoder, part);
			else encoding.writeVarUint8Array(encoder, part);
	});
}

describe('[LO1] a frame is told in words', () => {
	test('an update names its structs, their places and what it deletes', () => {
		const doc = new Y.Doc();
		doc.clientID = 7;
		const key = addNote(doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'فكرة', at: 1 });
		deleteNote(doc, key);
		const told = describeFrame(frame(MESSAGE.sync, SYNC_UPDATE, Y.encodeStateAsUpdate(doc)));
		expect(told.message).toBe('update');
		expect(told.structs).toContainEqual(
			expect.objectContaining({ client: 7, content: 'a map', in: 'notes', key })
		);
		expect(told.structs).toContainEqual(expect.objectContaining({ content: ['S'], key: 'column' }));
		expect(told.deletes).toContainEqual(expect.objectContaining({ client: 7, length: 4 }));
	});

	test('a state vector, presence and the messages of our own', () => {
		const doc = new Y.Doc();
		doc.clientID = 7;
		doc.getMap('notes').set('a', 1);
		const presence = new awareness.Awareness(doc);
		presence.setLocalState({ presence: 3 });
		const told = [
			frame(MESSAGE.sync, SYNC_STEP_1, Y.encodeStateVector(doc)),
			frame(MESSAGE.awareness, awareness.encodeAwarenessUpdate(presence, [7])),
			encodeSaved(12),
			encodeRefused(3, 'forbidden'),
			encodeStatus({
				now: 1,
				mayWrite: true,
				mayChangeAll: false,
				pseudonym: null,
				merged: [],
				role: null,
				seats: [],
				trouble: null
			}),
			encodeWriting(),
			frame(77)
		].map(describeFrame);
		presence.destroy();
		expect(told).toEqual([
			{ message: 'sync step 1', known: { 7: 1 } },
			{ message: 'awareness', states: { 7: { presence: 3 } } },
			{ message: 'saved', count: 12 },
			{ message: 'refused', count: 3, code: 'forbidden' },
			expect.objectContaining({ message: 'status', mayWrite: true }),
			{ message: 'writing' },
			{ message: 'unknown type 77' }
		]);
	});
});
