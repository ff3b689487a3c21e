import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	facilitator,
	GatedDocument,
	type Page,
	participant
} from '../../../tests/support/sockets/gated-document.ts';
import { admitNote } from '../board/admit-note.ts';
import { addNote, deleteNote, editNoteText, notesOf, readNotes } from '../board/board-doc.ts';
import type { Writer } from './gate.ts';
import { boardSchema } from './schemas/board-schema.ts';

const A = participant('a');
const F = facilitator('f');
const G = facilitator('g');
const TABLE = participant('t', { all: true, mark: 'table_facilitator' });

const TEXT = 'لا نوافق على المشروع';
const OTHER = 'نوافق على المشروع';

/** A board with a note of A, as everybody has it. */
function board() {
	const room = new GatedDocument(boardSchema());
	const page = room.page(A);
	const key = addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: TEXT, at: 1e12 });
	send(page);
	return { room, page, key, mark: () => notesOf(room.doc).get(key)?.get('edited') };
}

function send(page: Page): void {
	for (const verdict of page.send()) expect(verdict).toMatchObject({ kind: 'accepted' });
	page.receive();
}

/** Writes in a note as no page does. */
function forge(page: Page, key: string, write: (note: Y.Map<unknown>, text: Y.Text) => void): void {
	const note = notesOf(page.doc).get(key) as Y.Map<unknown>;
	page.doc.transact(() => write(note, note.get('text') as Y.Text));
}

/** What a note that was taken away says when it is brought back with the words of somebody else. */
function bringBack(page: Page, key: string, words: string): void {
	forge(page, key, (note, text) => {
		note.set('deleted', false);
		text.insert(0, words);
	});
}

describe('[GT20] whose words they are', () => {
	test.each([
		[F, 'facilitator:f'],
		[TABLE, 'table_facilitator']
	] as const)(
		'a note that is deleted and brought back with other words names who did it',
		(who, name) => {
			const { room, key, mark } = board();
			const desk = room.page(who);
			deleteNote(desk.doc, key);
			send(desk);
			expect(mark()).toBeUndefined();
			bringBack(desk, key, OTHER);
			send(desk);
			expect(readNotes(desk.doc)).toMatchObject([{ text: OTHER, edited: name }]);
		}
	);

	test('so it does in one batch from offline, and when another brings it back', () => {
		const { room, key } = board();
		const [desk, other] = [room.page(F), room.page(G)];
		deleteNote(desk.doc, key);
		bringBack(desk, key, OTHER);
		expect(desk.reconnect().kind).toBe('accepted');
		expect(readNotes(room.doc)).toMatchObject([{ text: OTHER, edited: 'facilitator:f' }]);
		other.receive();
		deleteNote(other.doc, key);
		send(other);
		bringBack(other, key, TEXT);
		send(other);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:g' }]);
	});

	test('words that come back as they were are nobody’s change', () => {
		const { room, page, key, mark } = board();
		const [desk, other] = [room.page(F), room.page(G)];
		deleteNote(desk.doc, key);
		send(desk);
		other.receive();
		bringBack(other, key, TEXT);
		send(other);
		page.receive();
		deleteNote(page.doc, key);
		send(page);
		desk.receive();
		bringBack(desk, key, TEXT);
		send(desk);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT }]);
		expect(mark()).toBeUndefined();
	});

	test('a note that its author deleted is brought back with other words under the name of who did it', () => {
		const { room, page, key } = board();
		deleteNote(page.doc, key);
		send(page);
		const desk = room.page(F);
		bringBack(desk, key, OTHER);
		send(desk);
		expect(readNotes(room.doc)).toMatchObject([{ text: OTHER, edited: 'facilitator:f' }]);
	});

	test('what was written into a note while it was deleted is marked, whoever brings it back', () => {
		const { room, page, key } = board();
		const desk = room.page(F);
		deleteNote(desk.doc, key);
		send(desk);
		forge(desk, key, (_note, text) => text.insert(0, OTHER));
		send(desk);
		page.receive();
		forge(page, key, (note) => note.set('deleted', false));
		send(page);
		expect(readNotes(room.doc)).toMatchObject([{ text: OTHER, edited: 'facilitator:f' }]);
	});

	test('what is left of an author’s words is marked by who shows it, and not by a deletion that crossed', () => {
		const { room, page, key, mark } = board();
		const [desk, other] = [room.page(F), room.page(G)];
		editNoteText(page.doc, key, `${TEXT} الكبير`);
		send(page);
		deleteNote(desk.doc, key);
		send(desk);
		expect(mark()).toBeUndefined();
		other.receive();
		forge(other, key, (note) => note.set('deleted', false));
		send(other);
		expect(readNotes(room.doc)).toMatchObject([{ text: ' الكبير', edited: 'facilitator:g' }]);
	});

	test('an edit without a mark is marked, and who changes it next takes the place in the mark', () => {
		const { room, key } = board();
		const [desk, other] = [room.page(F), room.page(G)];
		editNoteText(desk.doc, key, OTHER);
		send(desk);
		expect(readNotes(room.doc)).toMatchObject([{ text: OTHER, edited: 'facilitator:f' }]);
		other.receive();
		editNoteText(other.doc, key, TEXT, true);
		send(other);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:g' }]);
	});

	test('who writes a mark alone takes no name away, and names nobody but themselves', () => {
		const { room, page, key } = board();
		const [desk, other] = [room.page(F), room.page(G)];
		forge(other, key, (note) => note.set('edited', true));
		send(other);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:g' }]);
		desk.receive();
		forge(desk, key, (note) => note.set('edited', true));
		send(desk);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:g' }]);
		for (const [who, at] of [
			[F, desk],
			[A, page]
		] as const) {
			forge(at, key, (note) => note.set('edited', 'facilitator:somebody'));
			expect(at.send()).toMatchObject([{ kind: 'refused', reason: 'value' }]);
			expect(who.rights.mark).not.toBe('facilitator:somebody');
		}
	});

	test('a mark outlives what its author writes after it', () => {
		const { room, page, key } = board();
		const desk = room.page(F);
		editNoteText(desk.doc, key, OTHER, true);
		send(desk);
		page.receive();
		editNoteText(page.doc, key, TEXT);
		send(page);
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:f' }]);
	});

	test('an author’s words that the server brought are theirs, and compared with from then on', () => {
		const { room, key, mark } = board();
		const desk = room.page(F);
		deleteNote(desk.doc, key);
		send(desk);
		admitNote(room.doc, { key, columnId: 'S', text: OTHER, at: 1 });
		desk.receive();
		deleteNote(desk.doc, key);
		send(desk);
		bringBack(desk, key, OTHER);
		send(desk);
		expect(readNotes(room.doc)).toMatchObject([{ text: OTHER }]);
		expect(mark()).toBeUndefined();
		deleteNote(desk.doc, key);
		send(desk);
		bringBack(desk, key, TEXT);
		send(desk);
		expect(mark()).toBe('facilitator:f');
	});

	test('words that the server never saw go are marked when they come back', () => {
		const { room, key } = board();
		const page = room.page(F);
		deleteNote(page.doc, key);
		send(page);
		const loaded = new GatedDocument(boardSchema(), {}, (doc) =>
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
		);
		const desk = loaded.page(F);
		bringBack(desk, key, TEXT);
		send(desk);
		expect(readNotes(loaded.doc)).toMatchObject([{ text: TEXT, edited: 'facilitator:f' }]);
	});
});

/** One thing that somebody with charge of a note does to it, honestly or not. */
type Act = (page: Page, key: string) => void;

const HONEST = fc.constantFrom<Act>(
	(page, key) => deleteNote(page.doc, key),
	(page) => void page.undo.undo(),
	(page) => void page.undo.redo(),
	(page, key) => editNoteText(page.doc, key, `${TEXT}!`, true),
	(page) => page.receive()
);

const DISHONEST = fc.oneof(
	HONEST,
	fc.constantFrom<Act>(
		(page, key) => forge(page, key, (note) => note.set('deleted', true)),
		(page, key) => forge(page, key, (note) => note.set('deleted', false)),
		(page, key) => forge(page, key, (note) => note.set('edited', true)),
		(page, key) => forge(page, key, (_note, text) => text.delete(0, Math.min(3, text.length))),
		(page, key) => forge(page, key, (_note, text) => text.delete(0, text.length)),
		(page, key) => forge(page, key, (_note, text) => text.insert(0, OTHER)),
		(page, key) => forge(page, key, (_note, text) => text.insert(text.length, TEXT))
	)
);

interface Step {
	readonly who: 0 | 1;
	readonly acts: readonly Act[];
	readonly offline: boolean;
}

function steps(acts: fc.Arbitrary<Act>): fc.Arbitrary<Step[]> {
	return fc.array(
		fc.record({
			who: fc.constantFrom(0 as const, 1 as const),
			acts: fc.array(acts, { minLength: 1, maxLength: 4 }),
			offline: fc.boolean()
		}),
		{ minLength: 1, maxLength: 8 }
	);
}

/** Lets two people with charge of the note do these things; each batch is taken, and `after` looks at it. */
function play(taken: readonly Step[], after: (room: GatedDocument, who: Writer) => void): void {
	const { room, key } = board();
	const people = [F, G].map((who) => ({ who, page: room.page(who) }));
	for (const { who: index, acts, offline } of taken) {
		const { who, page } = people[index]!;
		for (const act of acts) act(page, key);
		const verdicts = offline ? [page.reconnect()] : page.send();
		for (const verdict of verdicts) {
			expect(verdict.kind).toBeOneOf(['accepted', 'nothing']);
		}
		after(room, who);
	}
}

describe('[GT20] whatever two people with charge of a note do', () => {
	test('other words than its author’s never stand unmarked, nor under another’s name', () => {
		const names = new Set(['facilitator:f', 'facilitator:g']);
		fc.assert(
			fc.property(steps(DISHONEST), (taken) => {
				play(taken, (room) => {
					for (const { text, edited } of readNotes(room.doc))
						expect(text === TEXT || names.has(String(edited)), text).toBe(true);
				});
			}),
			{ numRuns: 300 }
		);
	});

	test('nothing honest is refused, and who only took it away and brought it back is not named', () => {
		const innocent = fc.constantFrom<Act>(
			(page, key) => deleteNote(page.doc, key),
			(page) => void page.undo.undo(),
			(page) => void page.undo.redo()
		);
		fc.assert(
			fc.property(steps(HONEST), steps(innocent), (crossed, alone) => {
				play(crossed, () => undefined);
				play(
					alone.map((step) => ({ ...step, who: 0, offline: false })),
					(room) => {
						for (const { text, edited } of readNotes(room.doc))
							expect({ text, edited }).toEqual({ text: TEXT, edited: false });
					}
				);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('[GT21] when a note was written', () => {
	const span = { from: 1_700_000_000_000, to: 1_700_000_060_000 };

	/** The time that the server gives to notes which claim theirs. */
	function timesOf(...claimed: number[]): number[] {
		const room = new GatedDocument(boardSchema());
		const page = room.page(A);
		const keys = claimed.map((at) =>
			addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: TEXT, at })
		);
		const update = Y.encodeStateAsUpdate(page.doc);
		expect(room.take(update, A, span).kind).toBe('accepted');
		page.receive();
		expect(readNotes(page.doc)).toEqual(readNotes(room.doc));
		return keys.map((key) => Number(notesOf(room.doc).get(key)?.get('at')));
	}

	test('is believed within what the server knows, and by a clock that is wrong by moments', () => {
		const within = [span.from, span.from + 30_000, span.to];
		expect(timesOf(...within)).toEqual(within);
		expect(timesOf(span.from - 5_000, span.to + 5_000)).toEqual([
			span.from - 5_000,
			span.to + 5_000
		]);
	});

	test('is brought there from a clock of 2015, and from one far ahead, each note in its order', () => {
		const year2015 = Date.UTC(2015, 0, 1);
		expect(timesOf(year2015)).toEqual([span.from]);
		expect(timesOf(year2015 + 9, year2015, year2015 + 5)).toEqual([
			span.from + 2,
			span.from,
			span.from + 1
		]);
		expect(timesOf(8.64e15)).toEqual([span.to]);
		const [late, later, old] = timesOf(4e12, 5e12, 0);
		expect([old, late, later]).toEqual([span.from, span.to - 1, span.to]);
	});
});

describe('[GT22] a note that shows nothing', () => {
	test.each(['   ', '\u200B\u2060', '\u3164', '\u{E0041}', '\u0301\u064E', '\uFE0F'])(
		'is none, whoever wrote it there: %j',
		(text) => {
			const { room, page, key } = board();
			forge(page, key, (_note, words) => {
				words.delete(0, words.length);
				words.insert(0, text);
			});
			send(page);
			expect(readNotes(room.doc)).toEqual([]);
		}
	);
});

describe('[GT5] how long a note may be', () => {
	test('a new one has the characters that a page takes, however many units they are built of', () => {
		const room = new GatedDocument(boardSchema());
		const page = room.page(A);
		const add = (text: string) => {
			addNote(page.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text, at: 1 });
			return page.send();
		};
		expect(add('ضَ'.repeat(600))).toMatchObject([{ kind: 'accepted' }]);
		expect(add('👩‍🌾'.repeat(400))).toMatchObject([{ kind: 'accepted' }]);
		expect(add('ض'.repeat(601))).toMatchObject([{ kind: 'refused', reason: 'too-long' }]);
	});

	test('two who bring one back at once have twice as many, and nobody has more', () => {
		const { room, page, key } = board();
		const long = 'ض'.repeat(600);
		editNoteText(page.doc, key, long);
		send(page);
		const [one, two] = [room.page(F), room.page(G)];
		for (const desk of [one, two]) {
			deleteNote(desk.doc, key);
			desk.undo.undo();
			expect(desk.reconnect().kind).toBe('accepted');
		}
		expect(readNotes(room.doc)).toMatchObject([{ text: long + long, edited: 'facilitator:g' }]);
		page.receive();
		forge(page, key, (_note, text) => text.insert(0, 'ض'));
		expect(page.send()).toMatchObject([{ kind: 'refused', reason: 'too-long' }]);
	});
});
