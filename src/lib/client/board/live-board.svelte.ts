import { SvelteMap } from 'svelte/reactivity';
import * as Y from 'yjs';
import { admitNote } from '#lib/board/admit-note.ts';
import {
	addNote,
	deleteNote,
	editNoteText,
	moveNote,
	notesOf,
	readNote,
	readNotes
} from '#lib/board/board-doc.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { newId } from '#lib/domain/id.ts';
import type { HandedNote } from '#lib/domain/boards/late-note.ts';
import { authorOfNoteKey, NOTE_TEXT_LIMIT, type Note } from '#lib/domain/boards/note.ts';
import { requireText } from '#lib/domain/text/text.ts';
import { BoardDrafts } from './board-drafts.svelte.ts';
import { BoardKeeping, type BoardKind, type KeptWord } from './board-keeping.ts';
import { openReplica, type BoardReplica } from './board-replica.ts';
import { isLate, type Draft } from './draft.ts';
import type { As, LiveDocument } from '../live-document.svelte.ts';
import { UnsavedNotes, type NoteState } from './unsaved-notes.ts';

/**
 * A board on a person's own device: it can be written while offline, survives a reload, tells for each
 * of one's notes whether it is saved, and keeps the words when the server refuses or closed the activity
 * meanwhile. Rules [OF6] to [OF13].
 */
export class LiveBoard {
	/** The server acknowledged what this device holds, and what it does not hold is known. */
	settled = $state(false);
	/** The device has no room: what is written now lives as long as the page. */
	full = $state(false);
	private replica: BoardReplica;
	private readonly unsaved = new UnsavedNotes(new SvelteMap<string, number | null>());
	private readonly held: BoardDrafts;
	private readonly keeping: BoardKeeping;
	/** Words that an earlier start left and that the replica does not hold. */
	private lost: readonly KeptWord[] = [];
	/** The last counted frame of this connection; 0 before the first. */
	private counted = 0;
	private readonly boardId: string;
	private readonly as: As;
	private readonly kind: BoardKind;
	private readonly ready: Promise<unknown>;

	/**
	 * `owner` names the person on this device, such as their participant id. Nothing is sent before
	 * `ready` resolves.
	 */
	constructor(
		boardId: string,
		as: As,
		owner: string,
		options: { kind?: BoardKind; ready?: Promise<unknown> } = {}
	) {
		const { kind = 'board', ready = Promise.resolve() } = options;
		this.boardId = boardId;
		this.as = as;
		this.kind = kind;
		this.ready = ready;
		this.keeping = new BoardKeeping(boardId, owner, kind);
		this.held = new BoardDrafts(this.keeping.drafts);
		this.lost = this.keeping.words.all;
		this.replica = $state.raw(this.open());
	}

	private get live(): LiveDocument {
		return this.replica.live;
	}

	/** True while this device keeps words of `owner` for the board that are not known to be on disk. */
	static holdsWords(boardId: string, owner: string, kind: BoardKind = 'board'): boolean {
		return BoardKeeping.holdsWords(boardId, owner, kind);
	}

	get document(): LiveDocument {
		return this.live;
	}

	/** Notes of everybody, oldest first. */
	get notes(): readonly Note[] {
		return this.replica.notes.current;
	}

	/** One's own pseudonym here; known after the first connection ever made from this device. */
	get pseudonym(): string | undefined {
		return this.live.status?.pseudonym ?? this.keeping.pseudonym;
	}

	/** Words that the server refused, or that wait for the first contact with it. */
	get drafts(): readonly Draft[] {
		return this.held.refused;
	}

	/** Words that came after the activity was closed and are not handed in yet. */
	get late(): readonly Draft[] {
		return this.held.late;
	}

	isOwn(note: Pick<Note, 'key'>): boolean {
		return this.pseudonym !== undefined && note.key.startsWith(`${this.pseudonym}:`);
	}

	stateOf(note: Pick<Note, 'key'>): NoteState {
		return this.unsaved.stateOf(note.key);
	}

	/** Notes of one's own that are on this device only, or on their way. */
	get unsavedCount(): number {
		return this.unsaved.size;
	}

	/** Adds a note of one's own. Throws `text_empty` or `text_too_long`. */
	add(columnId: string, text: string): void {
		const { pseudonym } = this;
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		const at = this.nextTime();
		if (pseudonym === undefined)
			this.keepDrafts([{ id: newId(8), key: null, columnId, text: clean, at, code: 'try_later' }]);
		else addNote(this.live.doc, { pseudonym, columnId, text: clean, at });
	}

	/** Changes a note's wording. Throws `text_empty` or `text_too_long`. */
	edit(note: Note, text: string): void {
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		if (clean !== note.text) editNoteText(this.live.doc, note.key, clean, !this.isOwn(note));
	}

	move(note: Note, columnId: string): void {
		if (note.columnId !== columnId) moveNote(this.live.doc, note.key, columnId);
	}

	remove(note: Note): void {
		deleteNote(this.live.doc, note.key);
	}

	get canUndo(): boolean {
		return this.live.canUndo;
	}

	get canRedo(): boolean {
		return this.live.canRedo;
	}

	undo(): void {
		this.live.undo();
	}

	redo(): void {
		this.live.redo();
	}

	/** Writes a draft on the board, at the time at which it was written first, and puts the draft away. */
	sendAgain(draft: Draft, columnId = draft.columnId): void {
		const { pseudonym } = this;
		if (pseudonym === undefined) return;
		const standing = draft.key === null ? undefined : this.standing(draft.key);
		const key = draft.key === null || standing?.deleted ? newKey(pseudonym) : draft.key;
		admitNote(this.live.doc, { key, columnId, text: draft.text, at: draft.at });
		this.dropDrafts([draft.id]);
	}

	/** Keeps words for handing in: what somebody was writing when the activity was closed. */
	keepLate(columnId: string, text: string, key?: string): void {
		const { pseudonym } = this;
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		const own = key ?? (pseudonym === undefined ? null : newKey(pseudonym));
		const at = this.nextTime();
		const id = own ?? newId(8);
		this.keepDrafts([{ id, key: own, columnId, text: clean, at, code: 'activity_closed' }]);
	}

	dropDraft(draft: Draft): void {
		this.dropDrafts([draft.id]);
	}

	/** Puts drafts away, by their ids. */
	dropDrafts(ids: readonly string[]): void {
		this.held.drop(ids);
	}

	/** The server said no to handing in: the words stay as refused ones. */
	refuseLate(ids: readonly string[], code: ErrorCode): void {
		this.held.refuseLate(ids, code);
	}

	destroy(): void {
		this.replica.device.destroy();
		this.live.destroy();
	}

	private open(): BoardReplica {
		const { boardId, as, kind, unsaved } = this;
		const name = this.keeping.replica;
		const replica: BoardReplica = openReplica(
			{ name, boardId, as, kind },
			{
				touched: (key) => unsaved.touch(key),
				changed: (doc) => this.keepWords(doc),
				read: (doc, whole) => this.findLost(doc, whole),
				shared: (key) => this.restore([key]),
				ready: this.ready,
				sent: (frame) => {
					this.counted = frame.number;
					unsaved.counted(frame);
				},
				saved: (count) => {
					this.keeping.words.readOthers();
					for (const key of unsaved.saved(count)) this.keeping.words.delete(key);
					this.review(replica.live);
				},
				status: ({ pseudonym }) => {
					if (pseudonym !== null) this.keeping.keepPseudonym(pseudonym);
					if (this.settled) this.review(replica.live);
				},
				refused: (code) => this.giveUp(code),
				disconnected: () => {
					this.counted = 0;
					unsaved.disconnected();
				}
			}
		);
		return replica;
	}

	/** Keeps the words of what was just changed beside the replica, which the browser writes later. */
	private keepWords(doc: Y.Doc): void {
		const clock = Y.getState(doc.store, doc.clientID);
		for (const key of this.unsaved.settle()) {
			const note = readNote(key, notesOf(doc).get(key));
			if (!note || !this.isOwn(note)) continue;
			const { columnId, text, createdAt } = note;
			const words = note.deleted ? '' : text;
			const word = { key, columnId, text: words, at: createdAt, client: doc.clientID, clock };
			this.keeping.words.set(key, word);
		}
		this.full = this.keeping.full;
	}

	/**
	 * Finds what earlier starts left unsaved: it is unsaved still where the replica holds it. Once the replica
	 * is `whole`, what it does not hold is known from the words alone, which wait for the server as drafts.
	 */
	private findLost(doc: Y.Doc, whole: boolean): void {
		const holds = ({ client, clock }: KeptWord): boolean => Y.getState(doc.store, client) >= clock;
		const held = this.lost.filter(holds);
		const missing = this.lost.filter((word) => !holds(word));
		this.lost = whole ? [] : missing;
		this.restore(held.map(({ key }) => key));
		this.adopt(doc);
		if (!whole || missing.length === 0) return;
		this.keepDrafts(missing.filter(({ text }) => text !== '').map(draftOf));
		for (const { key } of missing) this.keeping.words.delete(key);
	}

	/** What another tab of this person holds unsaved is unsaved here too, once the document has it. */
	private adopt(doc: Y.Doc): void {
		this.keeping.words.readOthers();
		const holds = ({ client, clock }: KeptWord): boolean => Y.getState(doc.store, client) >= clock;
		const known = [...this.unsaved.keys, ...this.lost.map(({ key }) => key)];
		const news = this.keeping.words.all.filter((word) => !known.includes(word.key) && holds(word));
		this.restore(news.map(({ key }) => key));
	}

	private restore(keys: readonly string[]): void {
		this.unsaved.restore(keys);
		// The connection stood already: what came into the document was sent since.
		if (this.counted > 0 && keys.length > 0)
			this.unsaved.counted({ number: this.counted, whole: true });
	}

	/** In step with the server: finds out about everything that was in doubt. */
	private review(live: LiveDocument): void {
		if (live !== this.live || !live.synced) return;
		this.findLost(live.doc, true);
		this.settled = true;
		const standing = this.held.all.filter((draft) => this.stands(draft));
		this.dropDrafts(standing.map(({ id }) => id));
		const drafts = this.held.all;
		const doubted = drafts.filter(({ doubtful }) => doubtful);
		this.keepDrafts(doubted.map((draft) => ({ ...draft, doubtful: false })));
		this.write(
			live,
			drafts.filter(({ code }) => code === 'try_later'),
			drafts.filter((draft) => draft.key === null && isLate(draft))
		);
	}

	/** Puts words that only waited on the board or, when it is closed by now, among the late ones. */
	private write(live: LiveDocument, words: readonly Draft[], keyless: readonly Draft[]): void {
		const { pseudonym } = this;
		if (pseudonym === undefined) return;
		if (live.mayWrite) for (const draft of words) this.sendAgain(draft);
		const late = live.mayWrite ? keyless : [...words, ...keyless];
		this.dropDrafts(late.map(({ id }) => id));
		this.keepDrafts(
			late.map((draft) => {
				const key = draft.key ?? newKey(pseudonym);
				return { ...draft, id: key, key, code: 'activity_closed' };
			})
		);
	}

	/** The server holds these words; or, where that was in doubt, it holds the note and decided otherwise. */
	private stands({ key, text, columnId, doubtful }: Draft): boolean {
		const standing = key === null ? undefined : this.standing(key);
		if (!standing) return false;
		return doubtful === true || (standing.text === text && standing.columnId === columnId);
	}

	private standing(key: string): Note | undefined {
		return readNote(key, notesOf(this.live.doc).get(key));
	}

	/**
	 * The server takes nothing more of this replica. All own words are kept as drafts, those that were
	 * unsaved and, in doubt, all others; the board starts again from the server's state, and what it holds
	 * is no draft any more.
	 */
	private giveUp(code: ErrorCode): void {
		const { name, live, device } = this.replica;
		this.findLost(live.doc, true);
		const own = readNotes(live.doc).filter((note) => this.isOwn(note));
		const refused = own.map((note) => ({
			...draftOf({ ...note, at: note.createdAt }),
			code,
			doubtful: !this.unsaved.has(note.key)
		}));
		this.keepDrafts(refused);
		for (const key of this.unsaved.keys) this.keeping.words.delete(key);
		this.unsaved.clear();
		this.settled = false;
		this.counted = 0;
		this.keeping.giveUp(name);
		device.erase();
		live.destroy();
		this.replica = this.open();
	}

	private keepDrafts(drafts: readonly Draft[]): void {
		this.held.keep(drafts);
		this.full = this.keeping.full;
	}

	/** Now by the server's clock, but later than every note of one's own: clocks jump, order stays. */
	private nextTime(): number {
		const { pseudonym } = this;
		const times = this.held.all.map(({ at }) => at);
		for (const [key, map] of notesOf(this.live.doc)) {
			const at: unknown = authorOfNoteKey(key) === pseudonym ? map.get('at') : undefined;
			if (typeof at === 'number') times.push(at);
		}
		return Math.max(this.live.now, ...times.map((at) => at + 1));
	}
}

function draftOf({ key, columnId, text, at }: HandedNote): Draft {
	return { id: key, key, columnId, text, at, code: 'try_later' };
}

function newKey(pseudonym: string): string {
	return `${pseudonym}:${newId(12)}`;
}
