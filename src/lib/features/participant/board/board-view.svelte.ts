import type { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import type { Column } from '#lib/domain/boards/column.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { admittedBy, type LateSheet } from '../late/late-sheets.ts';
import { orderNotes, type OrderedNotes } from './note-order.ts';
import type { NoteWriting } from './note-writing.svelte.ts';
import { onTheWay } from './on-the-way.ts';

/** As much of a live board as its view reads. */
export type BoardToView = Pick<LiveBoard, 'notes' | 'isOwn' | 'stateOf'> & {
	readonly document: Pick<LiveBoard['document'], 'synced' | 'doc' | 'status'>;
};

/** Where a board's view reads from; each is looked at anew, so getters are followed in runes. */
export interface BoardSource {
	/** Those of the board; it has one at least. */
	readonly columns: readonly Column[];
	/** Undefined until the browser has opened it. */
	readonly board: BoardToView | undefined;
	/** One's own notes, which were revealed and may not stand on the board yet. */
	readonly revealed: Pick<LiveBoard, 'notes'> | undefined;
	readonly writing: boolean;
	readonly offline: boolean;
	/** One's own notes that came after the activity was closed. */
	readonly late: readonly LateSheet[];
}

/** What a phone shows of one board: one column of it, in the order in which its reader wants it. */
export class BoardView {
	/** The open column; undefined only where there is none. */
	column = $derived.by(() => {
		const { columns } = this.source;
		return columns.find(({ id }) => id === this.words.columnId) ?? columns[0];
	});
	/** One's own notes of all columns, revealed and not on the board yet. */
	private coming = $derived.by(() => {
		const { revealed, board } = this.source;
		return revealed ? onTheWay(revealed, board) : [];
	});
	/** Every note that is told of here, of all columns. */
	counted = $derived.by((): readonly Note[] => [...this.notes, ...this.coming]);
	/** Those of the open column, the newest first. */
	comingHere = $derived.by(() =>
		this.coming.filter(({ columnId }) => columnId === this.column?.id).reverse()
	);
	/** Late notes; once writing is closed, those that were admitted stand with them, once. */
	sheets = $derived.by(() => {
		const { late, writing } = this.source;
		const sheets = admittedBy(late, this.notes);
		return sheets.filter(({ state }) => !writing || state !== 'admitted');
	});
	/** Notes of the open column without those that stand as late ones; undefined until there is a board. */
	ordered = $derived.by((): OrderedNotes | undefined => {
		const { board } = this.source;
		if (!board || !this.column) return undefined;
		const { own, others } = orderNotes(this.notes, this.column.id, board);
		const apart = this.sheets.filter(({ state }) => state === 'admitted').map(({ id }) => id);
		return { own: own.filter(({ key }) => !apart.includes(key)), others };
	});
	/** The open column has nothing to show. */
	empty = $derived.by(() => {
		const { own, others } = this.ordered ?? { own: [], others: [] };
		return this.comingHere.length + own.length + others.length === 0;
	});
	/** What stands on the board is known, as far as it can be without the network. */
	known = $derived.by(() => {
		const { board, offline } = this.source;
		return board !== undefined && (board.document.synced || offline || this.notes.length > 0);
	});
	/** Others' notes may be changed, too. */
	mayChangeAll = $derived.by(() => this.source.board?.document.status?.mayChangeAll === true);
	/** The note that is being changed, where that can be gone on with. */
	edited = $derived.by(() => {
		const mine = this.source.writing ? (this.ordered?.own ?? []) : [];
		const others = this.mayChangeAll ? (this.ordered?.others ?? []) : [];
		return [...mine, ...others].find(({ key }) => key === this.words.editing?.key);
	});
	/** A change that cannot be gone on with: writing was closed, or the note is gone. */
	leftOver = $derived.by(() => {
		const { editing } = this.words;
		if (!this.known || !editing || this.edited) return undefined;
		return editing.text.trim() !== '' && editing.text !== editing.from ? editing : undefined;
	});
	private readonly source: BoardSource;
	private readonly words: NoteWriting;

	constructor(source: BoardSource, words: NoteWriting) {
		this.source = source;
		this.words = words;
	}

	private get notes(): readonly Note[] {
		return this.source.board?.notes ?? [];
	}
}
