import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BLOT, encodeUpdate, eraseWords } from './erase-words.ts';
import { sameState } from './same-state.ts';

/** Two people at one text and one map, each with updates as a log has them, and the state as a snapshot has it. */
function written(steps: readonly { who: 0 | 1; at: number; text: string; remove: number }[]) {
	const docs = [new Y.Doc(), new Y.Doc()] as const;
	docs.forEach((doc, index) => (doc.clientID = 1000 + index));
	const log: Uint8Array[] = [];
	for (const [index, doc] of docs.entries())
		doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			if (origin === 'other') return;
			log.push(bytes);
			const other = docs[1 - index];
			if (other) Y.applyUpdate(other, bytes, 'other');
		});
	const map = docs[0].getMap('notes');
	map.set('note', new Y.Text());
	for (const { who, at, text, remove } of steps) {
		const target = docs[who].getMap('notes').get('note') as Y.Text;
		const start = Math.min(at, target.length);
		docs[who].transact(() => {
			target.delete(start, Math.min(remove, target.length - start));
			if (text !== '') target.insert(start, text);
			docs[who].getMap('notes').set('column', text.length);
		});
	}
	return { log, state: Y.encodeStateAsUpdate(docs[0]), doc: docs[0] };
}

const STEP = fc.record({
	who: fc.constantFrom<0 | 1>(0, 1),
	at: fc.nat(12),
	text: fc.constantFrom('سر', 'abc', '😀x', '', 'é\u0301'),
	remove: fc.nat(4)
});

test('[DP1] what was decoded and not changed is encoded to what Yjs reads in the same way', () => {
	fc.assert(
		fc.property(fc.array(STEP, { maxLength: 20 }), (steps) => {
			const { log, state } = written(steps);
			for (const bytes of [...log, state]) {
				const { structs, ds } = Y.decodeUpdate(bytes);
				const again = encodeUpdate(structs, ds);
				expect(again).toHaveLength(bytes.length);
				expect(Y.decodeUpdate(again)).toEqual(Y.decodeUpdate(bytes));
			}
		})
	);
});

test('[DP1] blots take the place of words in every update, and all clocks, places and deletions stay', () => {
	fc.assert(
		fc.property(fc.array(STEP, { maxLength: 20 }), (steps) => {
			const { log, state, doc } = written(steps);
			const erased = [...log, state].map((bytes) => eraseWords(bytes, () => true) ?? bytes);
			for (const bytes of erased)
				for (const struct of Y.decodeUpdate(bytes).structs)
					if ('content' in struct && struct.content instanceof Y.ContentString)
						expect(struct.content.str).toBe(BLOT.repeat(struct.length));
			const [fromLog, fromState] = [new Y.Doc(), new Y.Doc()];
			for (const bytes of erased.slice(0, -1)) Y.applyUpdate(fromLog, bytes);
			Y.applyUpdate(fromState, erased.at(-1) ?? new Uint8Array());
			expect(sameState(fromLog, doc)).toBe(true);
			expect(sameState(fromState, doc)).toBe(true);
			const text = (of: Y.Doc) => String(of.getMap('notes').get('note'));
			expect(text(fromLog)).toBe(BLOT.repeat(text(doc).length));
		})
	);
});

test('[DP1] what it is not about stays to the byte', () => {
	const { log } = written([{ who: 0, at: 0, text: 'abc', remove: 0 }]);
	expect(log.map((bytes) => eraseWords(bytes, () => false))).toEqual(log.map(() => undefined));
});
