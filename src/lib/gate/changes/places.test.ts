import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as content from '../../../../tests/fuzz/forge-contents.ts';
import { encodeRaw, type RawGroup, type RawId } from '../../../../tests/fuzz/forge-update.ts';
import {
	facilitator,
	GatedDocument,
	participant
} from '../../../../tests/support/sockets/gated-document.ts';
import { addNote, deleteNote, editNoteText, moveNote, readNotes } from '../../board/board-doc.ts';
import { boardSchema } from '../schemas/board-schema.ts';
import type { Writer } from '../gate.ts';
import type { Verdict } from '../verdict.ts';

const A = participant('a');
const F = facilitator('f');
const OWN = 7001;
const PSEUDONYM = 'a'.repeat(16);
const KEY = `${PSEUDONYM}:0123456789`;

/** A board on which something stands that no client of today could have written. */
function boardWith(before: (notes: Y.Map<unknown>) => void) {
	const room = new GatedDocument(boardSchema(), {}, (doc) => {
		doc.clientID = 9;
		doc.transact(() => before(doc.getMap('notes')));
	});
	return { room, notes: room.doc.getMap('notes') };
}

function say(
	room: GatedDocument,
	groups: readonly RawGroup[],
	deletes: readonly RawId[] = [],
	writer = A
): Verdict {
	const ranges = deletes.map(({ client, clock }) => ({ client, ranges: [{ clock, length: 1 }] }));
	return room.take(encodeRaw({ groups, deletes: ranges }), writer);
}

function group(client: number, clock: number, ...structs: RawGroup['structs']): RawGroup {
	return { client, clock, structs };
}

const text = (words: string, where: object) =>
	({ kind: 'item', content: content.string(words), ...where }) as const;
const value = (of: string | number | boolean, where: object) =>
	({ kind: 'item', content: content.any([of]), ...where }) as const;

function reasonOf(verdict: Verdict): string {
	return 'reason' in verdict ? verdict.reason : verdict.kind;
}

/** The id of the current item at a key. */
function idAt(map: Y.Map<unknown>, key: string): Y.ID {
	const item = map._map.get(key);
	if (!item) throw new Error(`nothing at ${key}`);
	return item.id;
}

function noteOf(room: GatedDocument, writer: Writer = A): string {
	const page = room.page(writer);
	const pseudonym = writer.rights.pseudonym ?? '';
	const key = addNote(page.doc, { pseudonym, columnId: 'S', text: 'abc', at: 1 });
	for (const verdict of page.send()) expect(verdict.kind).toBe('accepted');
	return key;
}

describe('[GT10] where a struct belongs', () => {
	test('a section that leaves a clock out asks for a new sync, and so do the deletions with it', () => {
		const { room } = boardWith(() => undefined);
		expect(say(room, [group(OWN, 1, { kind: 'gc', length: 1 })])).toEqual({
			kind: 'again',
			reason: 'gap'
		});
	});

	test('what builds on what is not here asks for a new sync', () => {
		const { room } = boardWith(() => undefined);
		const elsewhere = { client: 4, clock: 0 };
		for (const where of [{ origin: elsewhere }, { rightOrigin: elsewhere }, { parent: elsewhere }])
			expect(say(room, [group(OWN, 0, text('a', where))])).toEqual({
				kind: 'again',
				reason: 'missing-dependency'
			});
	});

	test('clients that wait for each other ask for a new sync', () => {
		const { room } = boardWith(() => undefined);
		const one = group(5, 0, text('a', { origin: { client: 6, clock: 0 } }));
		const other = group(6, 0, text('a', { origin: { client: 5, clock: 0 } }));
		expect(say(room, [one, other])).toEqual({ kind: 'again', reason: 'missing-dependency' });
	});

	test('a type that nobody knows is no place', () => {
		const { room, notes } = boardWith((map) => {
			map.set(KEY, new Y.Map(Object.entries({ text: new Y.Map(), at: new Y.Text() })));
			map.set('list', new Y.Array());
		});
		const note = notes.get(KEY) as Y.Map<unknown>;
		for (const parent of [idAt(note, 'text'), idAt(note, 'at'), idAt(notes, 'list')])
			for (const sub of [undefined, 'column'])
				expect(reasonOf(say(room, [group(OWN, 0, value(1, { parent, sub }))]))).toBe(
					'not-a-parent'
				);
	});

	test('a list in a map is no place, nor is what stands in it', () => {
		const { room, notes } = boardWith((map) => {
			const inner = new Y.Map();
			Y.Array.prototype.insert.call(map, 0, [inner, 'plain']);
		});
		const [inner, plain] = [notes._start, notes._start?.right];
		if (!inner || !plain) throw new Error('a list');
		const forged = value(1, { parent: inner.id, sub: 'a' });
		expect(reasonOf(say(room, [group(OWN, 0, forged)]))).toBe('list-in-map');
		expect(reasonOf(say(room, [], [plain.id], F))).toBe('list-in-map');
	});

	test('only a type can be a parent, one of the same update too', () => {
		const { room } = boardWith(() => undefined);
		const entry = { kind: 'item', content: content.type(1), parent: 'notes', sub: KEY } as const;
		const column = value('S', { parent: { client: OWN, clock: 0 }, sub: 'column' });
		const inside = value('S', { parent: { client: OWN, clock: 1 }, sub: 'column' });
		expect(reasonOf(say(room, [group(OWN, 0, entry, column, inside)]))).toBe('not-a-parent');
	});

	test('values that stand in a root of entries are nobody’s to delete', () => {
		const { room, notes } = boardWith((map) => map.set('deleted', true));
		expect(reasonOf(say(room, [], [idAt(notes, 'deleted')], F))).toBe('unknown-field');
	});

	test('a text and a time are made with their note and once', () => {
		const { room, notes } = boardWith((map) =>
			map.set(KEY, new Y.Map(Object.entries({ column: 'S' })))
		);
		const parent = idAt(notes, KEY);
		const made = { kind: 'item', content: content.type(2), parent, sub: 'text' } as const;
		expect(reasonOf(say(room, [group(OWN, 0, made)]))).toBe('made-later');
		expect(reasonOf(say(room, [group(OWN, 0, made, made)]))).toBe('replaced');
		const key = noteOf(room);
		const whole = notes.get(key) as Y.Map<unknown>;
		const again = {
			kind: 'item',
			content: content.type(2),
			parent: idAt(notes, key),
			sub: 'text'
		} as const;
		expect(reasonOf(say(room, [group(OWN, 0, again)]))).toBe('replaced');
		const time = value(2, { origin: idAt(whole, 'at') });
		expect(reasonOf(say(room, [group(OWN, 0, time)]))).toBe('replaced');
	});

	test('one update makes a note once', () => {
		const { room } = boardWith(() => undefined);
		const entry = { kind: 'item', content: content.type(1), parent: 'notes', sub: KEY } as const;
		expect(reasonOf(say(room, [group(OWN, 0, entry, entry)]))).toBe('replaced');
	});

	test('a run of nothing is refused wherever it stands', () => {
		const { room } = boardWith(() => undefined);
		expect(reasonOf(say(room, [group(OWN, 0, { kind: 'gc', length: 0 })]))).toBe('zero-length');
		const empty = { client: OWN, ranges: [{ clock: 0, length: 0 }] };
		expect(reasonOf(room.take(encodeRaw({ groups: [], deletes: [empty] }), A))).toBe('zero-length');
	});

	test('a neighbour in another note, another field or another root is refused', () => {
		const { room, notes } = boardWith(() => undefined);
		const [one, two] = [noteOf(room), noteOf(room)].map((key) => notes.get(key) as Y.Map<unknown>);
		if (!one || !two) throw new Error('two notes');
		const [column, deleted] = [idAt(one, 'column'), idAt(one, 'at')];
		for (const rightOrigin of [idAt(two, 'column'), deleted])
			expect(
				reasonOf(say(room, [group(OWN, 0, value('W', { origin: column, rightOrigin }))]))
			).toBe('torn-place');
	});
});

describe('[GT18] neighbours in a text', () => {
	function textOf() {
		const { room, notes } = boardWith(() => undefined);
		const note = notes.get(noteOf(room)) as Y.Map<Y.Text>;
		const first = note.get('text')?._start?.id;
		if (!first) throw new Error('a text');
		const at = (clock: number) => ({ client: first.client, clock: first.clock + clock });
		return { room, at };
	}

	test('stand in their order, or nothing is put between them', () => {
		for (const [left, right] of [
			[0, 0],
			[2, 0],
			[1, 1]
		] as const) {
			const { room, at } = textOf();
			const crossed = text('x', { origin: at(left), rightOrigin: at(right) });
			expect(reasonOf(say(room, [group(OWN, 0, crossed)]))).toBe('torn-order');
		}
	});

	test('also where the update itself brings one of them', () => {
		const { room, at } = textOf();
		const after = text('x', { origin: at(2) });
		const crossed = text('y', { origin: { client: OWN, clock: 0 }, rightOrigin: at(1) });
		expect(reasonOf(say(room, [group(OWN, 0, after, crossed)]))).toBe('torn-order');
	});

	test('have nothing between them that their writer knew', () => {
		const told = (where: (at: (clock: number) => RawId) => object): string => {
			const { room, at } = textOf();
			return reasonOf(say(room, [group(OWN, 0, text('x', where(at)))]));
		};
		expect(told((at) => ({ origin: at(0), rightOrigin: at(2) }))).toBe('torn-order');
		expect(told((at) => ({ rightOrigin: at(2) }))).toBe('torn-order');
		expect(told((at) => ({ origin: at(0) }))).toBe('accepted');
		// The writer's own words before it are known too.
		const { room, at } = textOf();
		expect(reasonOf(say(room, [group(OWN, 0, text('x', { origin: at(2) }))]))).toBe('accepted');
		const again = text('y', { origin: at(2) });
		expect(reasonOf(say(room, [group(OWN, 1, again)]))).toBe('torn-order');
	});

	test('are not looked for in a history without end', () => {
		const { room, notes } = boardWith(() => undefined);
		const key = noteOf(room);
		const page = room.page(A);
		const long = 'نَ'.repeat(1_200);
		for (let change = 0; change < 45; change++) {
			editNoteText(page.doc, key, '');
			editNoteText(page.doc, key, long);
			expect(page.send().every(({ kind }) => kind === 'accepted')).toBe(true);
		}
		const away = room.page(A);
		for (const one of [page, away])
			editNoteText(one.doc, key, `${long.slice(0, 1_000)}و${long.slice(1_001)}`);
		expect(page.send().map(({ kind }) => kind)).toEqual(['accepted']);
		expect(away.send().map(reasonOf)).toEqual(['too-many-changes']);
		expect(notes.has(key)).toBe(true);
	});

	test('may have others between them, which came meanwhile', () => {
		const { room, at } = textOf();
		expect(
			reasonOf(say(room, [group(OWN, 0, text('x', { origin: at(0), rightOrigin: at(1) }))]))
		).toBe('accepted');
		const apart = text('y', { origin: at(0), rightOrigin: at(1) });
		const within = text('z', { origin: { client: 600, clock: 0 }, rightOrigin: at(1) });
		expect(reasonOf(say(room, [group(600, 0, apart, within)]))).toBe('accepted');
	});
});

describe('[GT11] beside what is gone', () => {
	test('what is put is dropped as Yjs drops it, and changes nothing', () => {
		const { room, notes } = boardWith((map) => {
			map.set(KEY, new Y.Map(Object.entries({ column: 'S', text: new Y.Text('abc'), at: 1 })));
		});
		const entry = idAt(notes, KEY);
		room.doc.transact(() => notes.delete(KEY));
		const before = JSON.stringify(notes.toJSON());
		const gone = { client: entry.client, clock: entry.clock + 1 };
		const verdict = say(room, [
			group(
				OWN,
				0,
				value('S', { parent: entry, sub: 'column' }),
				text('abc', { origin: gone }),
				text('def', { origin: { client: OWN, clock: 3 } }),
				text('ghi', { rightOrigin: { client: OWN, clock: 4 } }),
				{ kind: 'item', content: content.type(1), origin: gone },
				value('S', { parent: { client: OWN, clock: 10 }, sub: 'column' }),
				{ kind: 'gc', length: 3 }
			)
		]);
		expect(verdict.kind).toBe('accepted');
		expect(JSON.stringify(notes.toJSON())).toBe(before);
		expect(room.doc.store.clients.get(OWN)?.every((struct) => struct instanceof Y.GC)).toBe(true);
		expect(say(room, [], [{ client: OWN, clock: 4 }])).toEqual({ kind: 'nothing' });
	});
});

describe('[GT12] what a delete set may take', () => {
	test('ranges over what comes with the update are held to the same rules', () => {
		const { room } = boardWith(() => undefined);
		const page = room.page(A, OWN);
		addNote(page.doc, { pseudonym: PSEUDONYM, columnId: 'S', text: 'abc', at: 1 });
		const { store } = page.doc;
		const structs = Y.decodeUpdate(Y.encodeStateAsUpdate(page.doc)).structs.length;
		expect(structs).toBe(Y.getState(store, OWN) - 2);
		const outcomes = [0, 1, 2, 3, 6].map((clock) => {
			const bytes = Y.encodeStateAsUpdate(page.doc);
			const deletes = { client: OWN, ranges: [{ clock, length: 1 }] };
			const both = Y.mergeUpdates([bytes, encodeRaw({ groups: [], deletes: [deletes] })]);
			return reasonOf(new GatedDocument(boardSchema()).take(both, A));
		});
		// The note, its column (left to Yjs), its text, a character, its time.
		expect(outcomes).toEqual([
			'deletes-type',
			'accepted',
			'deletes-type',
			'accepted',
			'deletes-kept'
		]);
	});

	test('the value that stands in a field that keeps one stays, whatever is deleted beside it', () => {
		const { room, notes } = boardWith(() => undefined);
		const key = noteOf(room);
		const column = idAt(notes.get(key) as Y.Map<unknown>, 'column');
		expect(reasonOf(say(room, [], [column]))).toBe('deletes-kept');
		// A move that lands before the standing one, and the deletion of that one.
		const page = room.page(A);
		moveNote(page.doc, key, 'W');
		page.send();
		const standing = idAt(notes.get(key) as Y.Map<unknown>, 'column');
		const early = value('O', { origin: column });
		expect(say(room, [group(1000, 0, early)], [standing]).kind).toBe('accepted');
		expect(readNotes(room.doc)).toMatchObject([{ columnId: 'W' }]);
	});

	test('of a range that is deleted in part only the rest is asked about', () => {
		const { room } = boardWith(() => undefined);
		const key = noteOf(room);
		const page = room.page(A);
		editNoteText(page.doc, key, 'ac');
		deleteNote(page.doc, key);
		for (const verdict of page.send()) expect(verdict.kind).toBe('accepted');
		expect(page.reconnect()).toEqual({ kind: 'nothing' });
	});
});
