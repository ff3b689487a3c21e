import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { beforeEach, expect, test } from 'vitest';
import { addNote } from '../../../board/board-doc.ts';
import { SyncAnswers } from './sync-answers.ts';

let doc: Y.Doc;
let answers: SyncAnswers;

beforeEach(() => {
	doc = new Y.Doc();
	answers = new SyncAnswers(doc);
	doc.on('update', (update: Uint8Array) => answers.add(update));
	write(20);
});

function write(count: number): void {
	for (let index = 0; index < count; index++)
		addNote(doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'غياب المحاسبة', at: index });
}

/** What somebody with `replica` has after the answer. */
function answered(replica = new Y.Doc()): { doc: Y.Doc; frames: readonly Uint8Array[] } {
	const frames = answers.to(Y.encodeStateVector(replica));
	for (const frame of frames) {
		const decoder = decoding.createDecoder(frame);
		decoding.readVarUint(decoder);
		decoding.readVarUint(decoder);
		Y.applyUpdate(replica, decoding.readVarUint8Array(decoder));
	}
	return { doc: replica, frames };
}

function expectSame(replica: Y.Doc): void {
	expect(replica.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON());
	expect(replica.store.pendingStructs).toBeNull();
}

test('[RM26] newcomers share one encoding, and get what was written after it as an update', () => {
	const first = answered();
	expectSame(first.doc);
	expect(first.frames).toHaveLength(1);
	write(2);
	const second = answered();
	const third = answered();
	expect(second.frames[0]).toBe(first.frames[0]);
	expect(third.frames[1]).toBe(second.frames[1]);
	write(1);
	for (const { doc: replica } of [second, third, answered()]) expectSame(answered(replica).doc);
});

test('[RM26] an answer to which much was added is made anew', () => {
	const first = answered();
	write(500);
	const second = answered();
	expect(second.frames).toHaveLength(1);
	expect(second.frames[0]).not.toBe(first.frames[0]);
	expectSame(second.doc);
});

test('[RM26] many different replicas do not push out what newcomers get', () => {
	const first = answered();
	for (let index = 0; index < 30; index++) {
		const replica = answered().doc;
		addNote(replica, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: index });
		answers.to(Y.encodeStateVector(replica));
	}
	expect(answered().frames[0]).toBe(first.frames[0]);
});
