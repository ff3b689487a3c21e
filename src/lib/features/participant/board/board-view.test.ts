import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, readNotes } from '#lib/board/board-doc.ts';
import { memoryStorage } from '../../../../../tests/support/memory-storage.ts';
import type { LateSheet } from '../late/late-sheets.ts';
import { BoardView, type BoardSource, type BoardToView } from './board-view.svelte.ts';
import { NoteWriting } from './note-writing.svelte.ts';

const [ME, OTHER] = ['abcdefghijklmnop', 'ponmlkjihgfedcba'];
const column = (id: string) => ({ id, name: { ar: id }, color: 'mint', icon: 'plus' }) as const;
const COLUMNS = [column('S'), column('W')];

beforeEach(() => vi.stubGlobal('localStorage', memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

/** A board on a phone: its document, what its owner writes, and its view, as the test changes them. */
class Phone {
	readonly doc = new Y.Doc();
	readonly before = new Y.Doc();
	readonly words = new NoteWriting('a', 'me');
	readonly board: BoardToView;
	readonly source: { -readonly [Field in keyof BoardSource]: BoardSource[Field] };
	readonly view: BoardView;

	constructor(over: Partial<BoardSource> = {}) {
		const { doc, before } = this;
		this.board = {
			get notes() {
				return readNotes(doc);
			},
			isOwn: ({ key }) => key.startsWith(ME),
			stateOf: () => 'saved',
			document: { synced: true, status: null, doc }
		};
		const revealed = {
			get notes() {
				return readNotes(before);
			}
		};
		this.source = {
			columns: COLUMNS,
			board: this.board,
			revealed,
			writing: true,
			offline: false,
			late: [],
			...over
		};
		this.view = new BoardView(this.source, this.words);
	}

	add(text: string, columnId = 'S', pseudonym = ME, at = 1_000): string {
		return addNote(this.doc, { pseudonym, columnId, text, at });
	}

	note(key: string) {
		const found = readNotes(this.doc).find((note) => note.key === key);
		if (!found) throw new Error('no such note');
		return found;
	}
}

function sheet(id: string, text: string, state: LateSheet['state']): LateSheet {
	return { id, columnId: 'S', text, state, writtenAt: 1_000, handedAt: null };
}

test('[PP4] one column is open, one’s own notes before everybody else’s', () => {
	const phone = new Phone();
	const other = phone.add('eau', 'S', OTHER);
	const own = phone.add('ماء');
	phone.add('agua', 'W', OTHER);
	expect(phone.view.column?.id).toBe('S');
	expect(phone.view.ordered?.own.map(({ key }) => key)).toEqual([own]);
	expect(phone.view.ordered?.others.map(({ key }) => key)).toEqual([other]);
	phone.words.columnId = 'W';
	expect(phone.view.ordered?.others.map(({ text }) => text)).toEqual(['agua']);
});

test('[PP5] all columns are counted, with revealed notes that are on their way', () => {
	const phone = new Phone();
	phone.add('ماء');
	addNote(phone.before, { pseudonym: ME, columnId: 'W', text: 'نور', at: 2_000 });
	expect(phone.view.counted.map(({ columnId }) => columnId)).toEqual(['S', 'W']);
	expect(phone.view.comingHere).toEqual([]);
	phone.words.columnId = 'W';
	expect(phone.view.comingHere.map(({ text }) => text)).toEqual(['نور']);
	expect(phone.view.empty).toBe(false);
});

test('[PV9] a revealed note that came to the board, or was deleted there, is not on its way', () => {
	const phone = new Phone();
	addNote(phone.before, { pseudonym: ME, columnId: 'S', text: 'نور', at: 2_000 });
	expect(phone.view.comingHere).toHaveLength(1);
	Y.applyUpdate(phone.doc, Y.encodeStateAsUpdate(phone.before));
	expect(phone.view.comingHere).toEqual([]);
	for (const { key } of readNotes(phone.doc)) deleteNote(phone.doc, key);
	expect([phone.view.comingHere, phone.view.empty]).toEqual([[], true]);
});

test('[PP1] a column is called empty once the board is known, or without the network', () => {
	const phone = new Phone({ board: undefined, revealed: undefined });
	expect([phone.view.known, phone.view.empty, phone.view.ordered]).toEqual([
		false,
		true,
		undefined
	]);
	phone.source.board = { ...phone.board, document: { ...phone.board.document, synced: false } };
	expect(phone.view.known).toBe(false);
	phone.source.offline = true;
	expect(phone.view.known).toBe(true);
});

test('[OF11] once writing is closed a late note that was admitted stands with the late ones, once', () => {
	const phone = new Phone();
	const key = phone.add('ماء');
	phone.source.late = [sheet(key, 'ماء', 'waiting'), sheet('x', 'نور', 'waiting')];
	expect(phone.view.sheets.map(({ id }) => id)).toEqual(['x']);
	expect(phone.view.ordered?.own).toHaveLength(1);
	phone.source.writing = false;
	expect(phone.view.sheets.map(({ state }) => state)).toEqual(['admitted', 'waiting']);
	expect(phone.view.ordered?.own).toEqual([]);
});

test('[PP8] one’s own note is changed while writing is open, others’ by who may change all', () => {
	const phone = new Phone();
	const [own, other] = [phone.add('ماء'), phone.add('eau', 'S', OTHER)];
	phone.words.edit(phone.note(own));
	expect(phone.view.edited?.key).toBe(own);
	phone.words.edit(phone.note(other));
	expect(phone.view.edited).toBeUndefined();
	const status = { mayChangeAll: true } as NonNullable<BoardToView['document']['status']>;
	phone.source.board = { ...phone.board, document: { ...phone.board.document, status } };
	Object.defineProperty(phone.source.board, 'notes', { get: () => readNotes(phone.doc) });
	expect(phone.view.edited?.key).toBe(other);
});

test('[OF13] a change that cannot be gone on with is left over, unless it changes nothing', () => {
	const phone = new Phone();
	const key = phone.add('ماء');
	phone.words.edit(phone.note(key));
	phone.words.reword('ماء نظيف');
	expect(phone.view.leftOver).toBeUndefined();
	phone.source.writing = false;
	expect(phone.view.leftOver).toMatchObject({ key, text: 'ماء نظيف', from: 'ماء' });
	phone.words.reword('ماء');
	expect(phone.view.leftOver).toBeUndefined();
	phone.words.reword(' ');
	expect(phone.view.leftOver).toBeUndefined();
});

test('[OF13] what is written and changed is gone on with at a later start, until it is put away', () => {
	const first = new Phone();
	first.words.text = 'جديد';
	first.words.keepText('W');
	expect(new NoteWriting('a', 'me')).toMatchObject({ text: 'جديد', columnId: 'W' });
	first.words.edit(first.note(first.add('ماء')));
	first.words.reword('ماء نظيف');
	first.words.keepChange();
	const later = new NoteWriting('a', 'me');
	expect([later.text, later.columnId, later.editing?.text]).toEqual(['جديد', 'S', 'ماء نظيف']);
	later.text = '';
	later.keepText('S');
	later.stopEditing();
	later.keepChange();
	expect(new NoteWriting('a', 'me')).toMatchObject({ text: '', columnId: '', editing: undefined });
	expect(new NoteWriting('a', 'somebody else').text).toBe('');
});

test('[OF7] a tab that writes a new note keeps what another tab changes', () => {
	const [one, other] = [new Phone(), new Phone()];
	other.words.edit(other.note(other.add('ماء')));
	other.words.reword('ماء نظيف');
	other.words.keepChange();
	one.words.text = 'جديد';
	one.words.keepText('S');
	const later = new NoteWriting('a', 'me');
	expect([later.text, later.editing?.text]).toEqual(['جديد', 'ماء نظيف']);
});
