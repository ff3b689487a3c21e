import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeRaw } from '../../../tests/fuzz/forge-update.ts';
import {
	facilitator,
	GatedDocument,
	participant
} from '../../../tests/support/sockets/gated-document.ts';
import { addNote, deleteNote, editNoteText, notesOf } from '../board/board-doc.ts';
import { addCluster, putNotes } from '../board/clusters-doc.ts';
import { addAction, addAxis, addRow, setFields } from '../board/plan-doc.ts';
import { boardSchema } from './schemas/board-schema.ts';
import { clustersSchema } from './schemas/clusters-schema.ts';
import type { GateLimits } from './gate-limits.ts';
import { planSchema } from './schemas/plan-schema.ts';
import type { Verdict } from './verdict.ts';

const A = participant('a');
const F = facilitator('f');

function outcome(verdict: Verdict | undefined): string {
	return verdict && 'reason' in verdict ? verdict.reason : (verdict?.kind ?? 'nothing was sent');
}

function boardPage(limits: Partial<GateLimits> = {}, before?: (doc: Y.Doc) => void) {
	const room = new GatedDocument(boardSchema(), limits, before);
	const page = room.page(A);
	const add = (text: string) =>
		addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text, at: 1 });
	const say = () => page.send().map(outcome);
	return { room, page, add, say };
}

describe('[GT16] numbers are bounded, and the bound itself passes', () => {
	test('notes of a person, with those that stood before, those that are deleted and those of this update', () => {
		const { room, page, add, say } = boardPage({ notesPerPerson: 4 }, (doc) => {
			addNote(doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'x', at: 1 });
			addNote(doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: 1 });
		});
		deleteNote(page.doc, add('2'));
		expect(say()).toEqual(['accepted', 'accepted']);
		const together = room.page(A);
		for (const text of ['3', '4', '5'])
			addNote(together.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text, at: 1 });
		expect(outcome(together.reconnect())).toBe('too-many-notes');
		add('3');
		add('4');
		add('5');
		expect(say()).toEqual(['accepted', 'accepted', 'too-many-notes']);
	});

	test('units of a text, after all that the update adds and takes', () => {
		const { page, add, say } = boardPage({ textUnits: 6 });
		const key = add('123456');
		editNoteText(page.doc, key, 'abcdef');
		editNoteText(page.doc, key, 'abcdefg');
		expect(say()).toEqual(['accepted', 'accepted', 'too-long']);
		const fresh = boardPage({ textUnits: 6 });
		fresh.add('1234567');
		expect(fresh.say()).toEqual(['too-long']);
	});

	test('what the history of a note leaves behind, as it is and not as it came', () => {
		const { page, add, say } = boardPage({ itemsPerNote: 40 });
		const key = add('');
		// Typed letter by letter: Yjs keeps one item of it.
		for (let length = 1; length <= 60; length++) editNoteText(page.doc, key, 'x'.repeat(length));
		expect(new Set(say())).toEqual(new Set(['accepted']));
		// A letter in between parts it again and again.
		for (let at = 0; at < 60; at += 2) {
			const text = notesOf(page.doc).get(key)?.get('text');
			if (text instanceof Y.Text) text.insert(at, 'y');
		}
		const verdicts = say();
		expect(verdicts[0]).toBe('accepted');
		expect(verdicts.at(-1)).not.toBe('accepted');
		expect(verdicts).toContain('too-many-changes');
	});

	test('what the histories of all notes of a person leave behind', () => {
		const { room, page, add, say } = boardPage({ itemsPerPerson: 12 });
		// A note is four items: column, text, its words, time.
		add('1');
		add('2');
		add('3');
		add('4');
		expect(say()).toEqual(['accepted', 'accepted', 'accepted', 'too-many-changes']);
		const other = room.page(participant('b'));
		addNote(other.doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: 1 });
		expect(outcome(other.reconnect())).toBe('accepted');
		expect(page.doc.getMap('notes').size).toBe(4);
	});

	test('client ids of an actor', () => {
		const { room } = boardPage({ clientsPerActor: 2 });
		const verdicts = [1, 2, 3].map(() => {
			const page = room.page(A);
			addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'x', at: 1 });
			return outcome(page.reconnect());
		});
		expect(verdicts).toEqual(['accepted', 'accepted', 'too-many-clients']);
		const other = room.page(participant('b'));
		addNote(other.doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: 1 });
		expect(outcome(other.reconnect())).toBe('accepted');
	});

	test('bytes, structs and ranges of an update, and the clocks that it adds', () => {
		const page = new Y.Doc();
		const key = addNote(page, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'abc', at: 1 });
		editNoteText(page, key, 'ac');
		const bytes = Y.encodeStateAsUpdate(page);
		const { structs } = Y.decodeUpdate(bytes);
		const clocks = Y.getState(page.store, page.clientID);
		const bounds: [Partial<GateLimits>, Partial<GateLimits>, string][] = [
			[{ updateBytes: bytes.length }, { updateBytes: bytes.length - 1 }, 'too-big'],
			[{ structs: structs.length }, { structs: structs.length - 1 }, 'too-many-structs'],
			[{ deleteRanges: 1 }, { deleteRanges: 0 }, 'too-many-deletes'],
			[{ clockAdvance: clocks }, { clockAdvance: clocks - 1 }, 'clock-jump']
		];
		for (const [enough, less, reason] of bounds) {
			expect(outcome(new GatedDocument(boardSchema(), enough).take(bytes, A))).toBe('accepted');
			expect(outcome(new GatedDocument(boardSchema(), less).take(bytes, A))).toBe(reason);
		}
	});

	test('clusters, and the notes that stand in them or did', () => {
		const room = new GatedDocument(clustersSchema(), { entries: 2, members: 2 });
		const page = room.page(F);
		const notes = ['1', '2', '3'].map((key) => ({ board: 'a', key }));
		const first = addCluster(page.doc, { ar: 'أ' }, notes.slice(0, 2));
		const second = addCluster(page.doc, { ar: 'ب' }, []);
		putNotes(page.doc, second, notes.slice(0, 2));
		putNotes(page.doc, first, notes.slice(0, 1));
		expect(page.send().map(outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
		putNotes(page.doc, first, notes);
		addCluster(page.doc, { ar: 'ج' }, []);
		expect(page.send().map(outcome)).toEqual(['too-many-values', 'gap']);
		const other = room.page(F);
		addCluster(other.doc, { ar: 'ج' }, []);
		expect(other.send().map(outcome)).toEqual(['too-many-entries']);
	});

	test('declared numbers cost nothing', () => {
		const room = new GatedDocument(boardSchema());
		const group = { client: 5, clock: 0, structs: [], declared: 30_000_000 };
		const deletes = { client: 5, ranges: [], declared: 30_000_000 };
		const began = performance.now();
		for (let time = 0; time < 100; time++) {
			room.gate.judge(encodeRaw({ groups: [group], deletes: [] }), A);
			room.gate.judge(encodeRaw({ groups: [], deletes: [deletes] }), A);
		}
		expect(performance.now() - began).toBeLessThan(500);
	});
});

describe('[GT9] values of a plan', () => {
	test.each([
		['position', [NaN, Infinity, 1e10, '1', null]],
		['deleted', ['true', 1, null]],
		['title.ar', [1, null, 'x'.repeat(1201), { ar: 'x' }]],
		['title.de', ['x']],
		['cost', [1.5, -1, 1e13, '5', NaN, undefined]],
		['level', ['world', 1]],
		['start', ['2026-13', '2026', 5]],
		['location', [5, 'x'.repeat(801), ['x']]],
		['crossCutting.gender', ['yes', 1, null]],
		['crossCutting.none', [true]],
		['physicalProgress', [101, -1, '5']],
		['responsible', ['x', ['x'], [{ name: 'x' }]]],
		['financing', [[]]],
		['quickWin', ['yes', 1]],
		['proposalIds', [['a b'], 'x']],
		['objectiveId', ['a b', 5, { id: 'x' }]],
		['constructor', ['x']],
		['__proto__', ['x']]
	])('%s takes no other', (field, values) => {
		for (const value of values) {
			const room = new GatedDocument(planSchema());
			const page = room.page(F);
			const axis = addAxis(page.doc, { ar: 'محور' });
			const id = addAction(page.doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: 'o' });
			const action = page.doc.getMap<Y.Map<unknown>>('actions').get(id)!;
			expect(page.send().map(outcome)).toEqual(['accepted', 'accepted']);
			action.set(field, value);
			expect(page.send().map(outcome)[0], JSON.stringify(value)).toMatch(/^(value|unknown-field)$/);
			setFields(page.doc, 'axes', axis, { position: 2 });
		}
	});

	test.each([
		['financing', 'amount', [1.5, -1, '5']],
		['financing', 'status', ['none', 1]],
		['financing', 'more', [1]],
		['risks', 'level', ['none', {}]],
		['responsible', 'name', ['x'.repeat(801), 1]],
		['milestones', 'month', ['2026-13']],
		['raci', 'action', ['another']],
		['partners', 'commitment', ['a text in its place']]
	] as const)('a row of %s takes no other %s', (list, column, values) => {
		for (const value of values) {
			const page = new GatedDocument(planSchema()).page(F);
			const row = addRow(page.doc, 'action1', list, {});
			expect(page.send().map(outcome)).toEqual(['accepted']);
			page.doc.getMap<Y.Map<unknown>>(list).get(row)?.set(column, value);
			expect(page.send().map(outcome)[0], JSON.stringify(value)).toMatch(
				/^(value|unknown-field|replaced|not-a-text)$/
			);
		}
	});

	test('[GT19] an action comes with its texts and a row with its action, and neither later', () => {
		const said = (change: (doc: Y.Doc) => void) => {
			const page = new GatedDocument(planSchema(), {}, withOldEntries).page(F);
			change(page.doc);
			return page.send().map(outcome);
		};
		const bare = (root: string) => (doc: Y.Doc) =>
			void doc.getMap(root).set('new00001', new Y.Map());
		expect(said(bare('actions'))).toEqual(['without-text']);
		expect(said(bare('owner'))).toEqual(['without-action']);
		expect(
			said((doc) => {
				doc.getMap<Y.Map<unknown>>('actions').get('old00001')?.set('remarks', new Y.Text('x'));
			})
		).toEqual(['made-later']);
		expect(said((doc) => void addRow(doc, 'old00001', 'partners', { name: 'x' }))).toEqual([
			'accepted'
		]);
	});

	test('[PL14] [GT19] a text is bounded as its field is, and one that is over it only gets shorter', () => {
		const room = new GatedDocument(planSchema());
		const page = room.page(F);
		const action = addAction(page.doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: 'o' });
		const write = (remarks: string) => setFields(page.doc, 'actions', action, { remarks });
		write('x'.repeat(8000));
		write('x'.repeat(7999) + 'y');
		expect(page.send().map(outcome)).toEqual(['accepted', 'accepted', 'accepted']);
		write('x'.repeat(8000) + 'y');
		expect(page.send().map(outcome)).toEqual(['too-long']);
		const text = room.doc.getMap<Y.Map<Y.Text>>('actions').get(action)?.get('remarks');
		text?.insert(0, 'two at once');
		const later = room.page(F);
		setFields(later.doc, 'actions', action, { remarks: 'x'.repeat(8005) });
		expect(later.send().map(outcome)).toEqual(['accepted']);
	});

	test('[GT19] rows are more than entries, and bounded too', () => {
		const page = new GatedDocument(planSchema(), { entries: 1, rows: 3 }).page(F);
		for (const name of ['1', '2', '3', '4']) addRow(page.doc, 'action1', 'owner', { name });
		expect(page.send().map(outcome)).toEqual([
			...['accepted', 'accepted', 'accepted', 'too-many-entries']
		]);
	});
});

/** As an earlier version left them: an action without its texts. */
function withOldEntries(doc: Y.Doc): void {
	doc.getMap('actions').set('old00001', new Y.Map());
}

describe('[GT15] a note', () => {
	test('stands in a column that the board has; one that it passed through may be gone', () => {
		const room = new GatedDocument(boardSchema());
		const before = room.page(participant('a', { columns: ['S', 'W', 'old'] }));
		const key = addNote(before.doc, {
			pseudonym: 'a'.repeat(16),
			columnId: 'old',
			text: 'x',
			at: 1
		});
		notesOf(before.doc).get(key)?.set('column', 'W');
		expect(outcome(room.take(Y.encodeStateAsUpdate(before.doc), A))).toBe('accepted');
		notesOf(before.doc).get(key)?.set('column', 'old');
		expect(outcome(room.take(Y.encodeStateAsUpdate(before.doc), A))).toBe('column');
	});

	test.each([-1, NaN, Infinity, 9e15, '1', null, true])('was not made at %s', (at) => {
		const room = new GatedDocument(boardSchema());
		const page = room.page(A);
		const fields = { column: 'S', text: new Y.Text('x'), at };
		page.doc.getMap('notes').set(`${'a'.repeat(16)}:0123456789`, new Y.Map(Object.entries(fields)));
		expect(page.send().map(outcome)).toEqual(['value']);
	});
});

describe('[GT17] a client id', () => {
	test('of the server, of another or of nobody writes nothing, in any place of an update', () => {
		const room = new GatedDocument(boardSchema(), {}, (doc) => {
			doc.clientID = 9;
			addNote(doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: 1 });
		});
		const other = room.page(participant('b'), 10);
		addNote(other.doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'x', at: 1 });
		expect(outcome(other.reconnect())).toBe('accepted');
		for (const [client, reason] of [
			[1, 'server-client'],
			[9, 'unbound-client'],
			[10, 'foreign-client']
		] as const) {
			const page = room.page(A, 11);
			addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'x', at: 1 });
			const forged = { kind: 'gc', length: 1 } as const;
			const clock = Y.getState(room.doc.store, client);
			const more = encodeRaw({ groups: [{ client, clock, structs: [forged] }], deletes: [] });
			const own = Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(room.doc));
			expect(outcome(room.take(Y.mergeUpdates([own, more]), A))).toBe(reason);
		}
	});
});
