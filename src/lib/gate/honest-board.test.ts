import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	facilitator,
	GatedDocument,
	participant
} from '../../../tests/support/sockets/gated-document.ts';
import {
	addNote,
	deleteNote,
	editNoteText,
	moveNote,
	notesOf,
	readNotes
} from '../board/board-doc.ts';
import { boardSchema } from './schemas/board-schema.ts';
import type { Verdict } from './verdict.ts';

const A = participant('a');
const B = participant('b');
const F = facilitator('f');

const TEXT = 'ضعف التسويق';

function add(doc: Y.Doc, { rights }: typeof A, text = TEXT, columnId = 'S'): string {
	return addNote(doc, { pseudonym: rights.pseudonym ?? '', columnId, text, at: 1e12 });
}

function board(limits = {}) {
	const room = new GatedDocument(boardSchema(), limits);
	const page = room.page(A);
	const key = add(page.doc, A);
	expect(kinds(page.send())).toEqual(['accepted']);
	return { room, page, key, texts: () => readNotes(room.doc).map((note) => note.text) };
}

function kinds(verdicts: readonly Verdict[]): string[] {
	return verdicts.map((verdict) =>
		verdict.kind === 'refused' ? `refused: ${verdict.reason}` : verdict.kind
	);
}

describe('what honest people do on a board', () => {
	test('[GT1] a participant adds a note; its first write binds the client id', () => {
		const room = new GatedDocument(boardSchema());
		const page = room.page(A);
		add(page.doc, A);
		const [first] = page.send();
		expect(first).toMatchObject({ kind: 'accepted', clients: [page.doc.clientID] });
		add(page.doc, A, 'ثانية');
		expect(page.send()).toMatchObject([{ kind: 'accepted', clients: [] }]);
		expect(readNotes(room.doc)).toHaveLength(2);
	});

	test('[GT1] they edit, move, delete and bring back their own, each undone and done again', () => {
		const { room, page, key } = board();
		editNoteText(page.doc, key, `${TEXT} الرقمي`);
		moveNote(page.doc, key, 'W');
		moveNote(page.doc, key, 'O');
		deleteNote(page.doc, key);
		for (let step = 0; step < 4; step++) page.undo.undo();
		for (let step = 0; step < 4; step++) page.undo.redo();
		for (let step = 0; step < 3; step++) page.undo.undo();
		const verdicts = kinds(page.send());
		expect(verdicts).toHaveLength(15);
		expect(new Set(verdicts)).toEqual(new Set(['accepted']));
		expect(readNotes(room.doc)).toEqual(readNotes(page.doc));
	});

	test('[PE11] whoever was merged with another entry has its notes as their own, and no others', () => {
		const { room, key } = board();
		const kept = participant('c', { merged: ['a'.repeat(16)] });
		const page = room.page(kept);
		editNoteText(page.doc, key, `${TEXT} الرقمي`);
		moveNote(page.doc, key, 'W');
		expect(new Set(kinds(page.send()))).toEqual(new Set(['accepted']));
		expect(readNotes(room.doc)[0]?.edited).toBe(false);
		const stranger = room.page(participant('d', { merged: ['b'.repeat(16)] }));
		deleteNote(stranger.doc, key);
		expect(kinds(stranger.send())).toContain('refused: not-your-words');
	});

	test('[GT1] [TX10] a note with any break of lines passes whole', () => {
		const room = new GatedDocument(boardSchema());
		const page = room.page(A);
		const text = 'أول\vثان\fثالث\u0085رابع\u2028خامس\u2029سادس\rسابع';
		add(page.doc, A, text);
		expect(kinds(page.send())).toEqual(['accepted']);
		expect(readNotes(room.doc).map((note) => note.text)).toEqual([text]);
	});

	test('[GT1] a creation that is undone and done again passes', () => {
		const { room, texts } = board();
		const page = room.page(A);
		add(page.doc, A, 'أخرى');
		page.undo.undo();
		page.undo.redo();
		page.undo.undo();
		expect(new Set(kinds(page.send()))).toEqual(new Set(['accepted']));
		expect(texts()).toEqual([TEXT]);
	});

	test('[GT1] everything of a time offline passes in one batch, also when it was undone in between', () => {
		const { room, page, key } = board();
		editNoteText(page.doc, key, 'غير ذلك');
		for (const column of ['W', 'O', 'T', 'S', 'W']) moveNote(page.doc, key, column);
		deleteNote(page.doc, key);
		page.undo.undo();
		const other = add(page.doc, A, 'جديدة');
		moveNote(page.doc, other, 'T');
		moveNote(page.doc, other, 'O');
		page.undo.undo();
		editNoteText(page.doc, other, 'جديدة تماما');
		deleteNote(page.doc, other);
		page.undo.undo();
		expect(page.reconnect().kind).toBe('accepted');
		expect(readNotes(room.doc)).toEqual(readNotes(page.doc));
		expect(page.reconnect()).toEqual({ kind: 'nothing' });
	});

	test('[GT2] two people who edit one note at once both pass, and all see the same', () => {
		const { room, page, key } = board();
		const desk = room.page(F);
		editNoteText(page.doc, key, `${TEXT} الرقمي`);
		editNoteText(desk.doc, key, `تشخيص: ${TEXT}`, true);
		moveNote(page.doc, key, 'W');
		moveNote(desk.doc, key, 'O');
		expect(kinds([page.reconnect(), desk.reconnect()])).toEqual(['accepted', 'accepted']);
		page.receive();
		expect(readNotes(page.doc)).toEqual(readNotes(room.doc));
		expect(readNotes(desk.doc)).toEqual(readNotes(room.doc));
		expect(readNotes(room.doc)[0]).toMatchObject({
			text: `تشخيص: ${TEXT} الرقمي`,
			edited: 'facilitator:f'
		});
	});

	test('[GT2] moves that crossed pass, although each replica deleted what the other wrote', () => {
		for (const [mine, theirs] of [
			[2000, 1000],
			[1000, 2000]
		]) {
			const { room, key } = board();
			const page = room.page(A, mine);
			const desk = room.page(F, theirs);
			moveNote(page.doc, key, 'W');
			moveNote(page.doc, key, 'S');
			moveNote(desk.doc, key, 'O');
			expect(kinds(desk.send())).toEqual(['accepted']);
			// It hears of the other move before it could send its own.
			page.receive();
			expect(page.reconnect().kind).toBe('accepted');
			desk.receive();
			expect(readNotes(desk.doc)).toEqual(readNotes(room.doc));
		}
	});

	test('[GT2] a batch of several pages of one person passes, also when one builds on another', () => {
		const { room, page, key } = board();
		moveNote(page.doc, key, 'W');
		const second = page.reload();
		editNoteText(second.doc, key, `${TEXT}!`);
		moveNote(second.doc, key, 'O');
		const third = second.reload();
		editNoteText(third.doc, key, `${TEXT}!!`);
		moveNote(third.doc, key, 'T');
		add(third.doc, A, 'من الصفحة الثالثة');
		const verdict = third.reconnect();
		expect(verdict).toMatchObject({ kind: 'accepted' });
		expect(verdict.kind === 'accepted' && [...verdict.clients].sort()).toEqual(
			[second.doc.clientID, third.doc.clientID].sort()
		);
		expect(readNotes(room.doc)).toEqual(readNotes(third.doc));
	});

	test('[GT2] two pages that moved one note offline apart pass together', () => {
		for (const clients of [
			[2000, 1000],
			[1000, 2000]
		]) {
			const { room, page, key } = board();
			const [one, two] = clients.map((client) => room.page(A, client));
			if (!one || !two) throw new Error('two pages');
			moveNote(one.doc, key, 'W');
			moveNote(two.doc, key, 'O');
			Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc), room);
			expect(one.reload().reconnect().kind).toBe('accepted');
			page.receive();
			one.receive();
			expect(readNotes(one.doc)).toEqual(readNotes(room.doc));
		}
	});

	test('[GT3] what is known already is nothing, whoever sends it and whatever else they may', () => {
		const { room, page, key } = board();
		deleteNote(page.doc, key);
		page.send();
		const everything = Y.encodeStateAsUpdate(page.doc);
		const reader = participant('r', { own: false });
		for (const writer of [A, B, F, reader])
			expect(room.take(everything, writer)).toEqual({ kind: 'nothing' });
		expect(room.page(reader).reconnect()).toEqual({ kind: 'nothing' });
	});

	test('[GT3] what is known in part is cut, within a text too', () => {
		const { room, page, key } = board();
		const text = notesOf(page.doc).get(key)?.get('text');
		if (!(text instanceof Y.Text)) throw new Error('a text');
		text.insert(text.length, ' 😀أ');
		page.send();
		text.insert(text.length, 'بج');
		// The whole text is one item by now, of which the server has the first part.
		expect(room.take(Y.encodeStateAsUpdate(page.doc), A).kind).toBe('accepted');
		expect(readNotes(room.doc)[0]?.text).toBe(`${TEXT} 😀أبج`);
	});

	test('[GT4] a facilitator moves, edits with the mark, deletes and brings back anybody’s', () => {
		const { room, page, key } = board();
		const desk = room.page(F);
		moveNote(desk.doc, key, 'O');
		deleteNote(desk.doc, key);
		desk.undo.undo();
		desk.undo.redo();
		desk.undo.undo();
		editNoteText(desk.doc, key, 'بصيغة أخرى', true);
		desk.undo.undo();
		desk.undo.redo();
		editNoteText(desk.doc, key, 'بصيغة ثالثة', true);
		desk.undo.undo();
		expect(new Set(kinds(desk.send()))).toEqual(new Set(['accepted']));
		page.receive();
		expect(readNotes(page.doc)).toMatchObject([
			{ text: 'بصيغة أخرى', columnId: 'O', edited: 'facilitator:f' }
		]);
	});

	test('[GT4] deleting another’s note and undoing that offline leaves no mark, and none is asked for', () => {
		const { room, key } = board();
		const desk = room.page(F);
		deleteNote(desk.doc, key);
		desk.undo.undo();
		expect(desk.reconnect().kind).toBe('accepted');
		expect(readNotes(room.doc)).toMatchObject([{ text: TEXT, edited: false }]);
	});

	test('[GT4] of two facilitators who delete one note at once both can undo it', () => {
		const { room, key } = board();
		const [one, two] = [room.page(F), room.page(facilitator('g'))];
		deleteNote(one.doc, key);
		deleteNote(two.doc, key);
		expect(kinds([...one.send(), ...two.send()])).toEqual(['accepted', 'accepted']);
		one.receive();
		one.undo.undo();
		expect(kinds(one.send())).toEqual(['accepted']);
		two.undo.undo();
		expect(kinds(two.send())).toEqual(['accepted']);
		one.receive();
		two.receive();
		expect(readNotes(one.doc)).toEqual(readNotes(room.doc));
		expect(readNotes(two.doc)).toEqual(readNotes(room.doc));
	});

	test('[GT4] what its author writes into a note while a facilitator deletes it and undoes that offline stays', () => {
		const { room, page, key } = board();
		const desk = room.page(F);
		deleteNote(desk.doc, key);
		desk.undo.undo();
		editNoteText(page.doc, key, TEXT.replace(' ', ' جدا '));
		expect(kinds([...page.send(), desk.reconnect()])).toEqual(['accepted', 'accepted']);
		desk.receive();
		page.receive();
		expect(readNotes(desk.doc)).toEqual(readNotes(room.doc));
		expect(readNotes(page.doc)).toEqual(readNotes(room.doc));
	});

	test('[GT5] a note may be emptied, and grow again', () => {
		const { room, page, key, texts } = board({ textUnits: 20 });
		editNoteText(page.doc, key, '');
		editNoteText(page.doc, key, 'x'.repeat(20));
		expect(kinds(page.send())).toEqual(['accepted', 'accepted']);
		expect(texts()).toEqual(['x'.repeat(20)]);
		expect(room.doc.getMap('notes').size).toBe(1);
	});

	test('[GT5] a text over the limit is refused, one that gets shorter never', () => {
		const { page, key } = board({ textUnits: 30 });
		editNoteText(page.doc, key, 'x'.repeat(31));
		expect(kinds(page.send())).toEqual(['refused: too-long']);
		const long = new GatedDocument(boardSchema(), { textUnits: 30 }, (doc) => {
			addNote(doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'x'.repeat(60), at: 1 });
		});
		const other = long.page(A);
		const [note] = readNotes(other.doc);
		editNoteText(other.doc, note?.key ?? '', 'x'.repeat(50));
		editNoteText(other.doc, note?.key ?? '', 'x'.repeat(51));
		expect(kinds(other.send())).toEqual(['accepted', 'refused: too-long']);
	});
});
