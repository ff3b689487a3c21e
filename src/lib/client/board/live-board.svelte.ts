import { SvelteMap } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { admitNote } from '#lib/board/admit-note.ts';
import {
	addNote,
	deleteNote,
	editNoteText,
	latestTimeOf,
	moveNote,
	notesOf,
	readNote,
	readNotes
} from '#lib/board/board-doc.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { newId } from '#lib/domain/id.ts';
import type { HandedNote } from '#lib/domain/boards/late-note.ts';
import {
	authorOfNoteKey,
	NOTE_TEXT_LIMIT,
	newNoteKey,
	type Note
} from '#lib/domain/boards/note.ts';
import { mergeTexts } from '#lib/board/splice-text.ts';
import { requireText } from '#lib/domain/text/text.ts';
import { BoardDrafts } from './board-drafts.svelte.ts';
import { BoardKeeping, type BoardKind } from './board-keeping.ts';
import { openReplica, type BoardReplica } from './board-replica.ts';
import type { Draft } from './draft.ts';
import { KeptWords } from './kept-words.ts';
import type { As, LiveDocument } from '../live-document.svelte.ts';
import { serverNow } from '../server-clock.ts';
import { settleDrafts, type SettledBoard } from './settle-drafts.ts';
import type { NoteState } from './unsaved-notes.ts';

/**
 * A board on a person's own device: it can be written while offline, survives a reload, tells for each
 * of one's notes whether it is saved, and keeps the words when the server refuses or closed the activity
 * meanwhile. Rules [OF6] to [OF13].
 */
export class LiveBoard {
	/** The server acknowledged what this device holds, and what it does not hold is known. */
	settled = $state(false);
	/** The person may not read the board any more; what only this device had is late now. */
	left = $state(false);
	/** The device has no room: what is written now lives as long as the page. */
	full = $state(false);
	/** Keys of own notes whose deletion came too late. */
	private deletedLate = $state.raw<readonly string[]>([]);
	private replica: BoardReplica;
	private readonly keeping: BoardKeeping;
	private readonly words: KeptWords;
	private readonly held: BoardDrafts;
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
		this.words = new KeptWords(this.keeping.words, new SvelteMap<string, number | null>());
		this.held = new BoardDrafts(this.keeping.drafts);
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

	/** Own notes that stand on the board although they were deleted here, since that came too late. */
	get undeleted(): readonly Note[] {
		return this.notes.filter(({ key }) => this.deletedLate.includes(key));
	}

	/** The person has read that a note stands all the same. */
	putAwayUndeleted({ key }: Pick<Note, 'key'>): void {
		this.deletedLate = this.deletedLate.filter((known) => known !== key);
	}

	isOwn(note: Pick<Note, 'key'>): boolean {
		const author = authorOfNoteKey(note.key);
		if (author === undefined) return false;
		return author === this.pseudonym || (this.live.status?.merged.includes(author) ?? false);
	}

	stateOf(note: Pick<Note, 'key'>): NoteState {
		return this.words.stateOf(note.key);
	}

	/** Notes of one's own that are on this device only, or on their way. */
	get unsavedCount(): number {
		return this.words.size;
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

	/**
	 * Changes a note's wording, which read `from` when somebody began to change it. What others changed since
	 * stays: gives true where something of theirs stands in it now. Throws `text_empty` or `text_too_long`, of
	 * both changes together.
	 */
	edit(note: Note, from: string, text: string): boolean {
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		const present = this.notes.find(({ key }) => key === note.key)?.text ?? note.text;
		const merged = requireText(mergeTexts(from, present, clean), NOTE_TEXT_LIMIT);
		if (merged !== present) editNoteText(this.live.doc, note.key, merged, !this.isOwn(note));
		return merged !== clean;
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
		const key = draft.key === null || standing?.deleted ? newNoteKey(pseudonym) : draft.key;
		admitNote(this.live.doc, { key, columnId, text: draft.text, at: draft.at });
		this.dropDrafts([draft.id]);
	}

	/** Keeps words for handing in: what somebody was writing when the activity was closed. */
	keepLate(columnId: string, text: string, key?: string): void {
		const { pseudonym } = this;
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		const own = key ?? (pseudonym === undefined ? null : newNoteKey(pseudonym));
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

	/**
	 * The server lets this person no further to the board, as after they were moved to another table: words
	 * that only this device has become late ones, on which a facilitator decides. Rule [LN13].
	 */
	leave(): void {
		if (this.left) return;
		const { live } = this;
		this.findLost(live.doc, true);
		const unsaved = readNotes(live.doc).filter(
			(note) => this.isOwn(note) && this.words.has(note.key)
		);
		this.keepDrafts(unsaved.map((note) => draftOf({ ...note, at: note.createdAt })));
		this.settleDrafts(false, () => undefined);
		this.letGo();
		this.left = true;
	}

	destroy(): void {
		if (this.left) return;
		this.replica.device.destroy();
		this.live.destroy();
	}

	private open(): BoardReplica {
		const { boardId, as, kind, words } = this;
		const name = this.keeping.replica;
		const replica: BoardReplica = openReplica(
			{ name, boardId, as, kind },
			{
				touched: (key) => words.touch(key),
				changed: (doc) => {
					words.keep(doc, (note) => this.isOwn(note));
					this.full = this.keeping.full;
				},
				read: (doc, whole) => this.findLost(doc, whole),
				shared: (key) => words.restore([key]),
				ready: this.ready,
				sent: (frame) => words.sent(frame),
				saved: (count) => {
					words.saved(count);
					this.review(replica.live);
				},
				status: ({ pseudonym }) => {
					if (pseudonym !== null) this.keeping.keepPseudonym(pseudonym);
					if (this.settled) this.review(replica.live);
				},
				refused: (code) => this.giveUp(code),
				disconnected: () => words.disconnected()
			}
		);
		return replica;
	}

	/** Words of earlier starts that no replica holds wait for the server as drafts. */
	private findLost(doc: Y.Doc, whole: boolean): void {
		const missing = this.words.find(doc, whole);
		if (missing.length === 0) return;
		this.keepDrafts(missing.filter(({ text }) => text !== '').map(draftOf));
		this.words.forget(missing);
	}

	/** In step with the server: finds out about everything that was in doubt. */
	private review(live: LiveDocument): void {
		if (live !== this.live || !live.synced) return;
		this.findLost(live.doc, true);
		this.settled = true;
		this.settleDrafts(live.mayWrite, (key) => this.standing(key));
	}

	private settleDrafts(mayWrite: boolean, standing: SettledBoard['standing']): void {
		const { pseudonym } = this;
		const board = { pseudonym, mayWrite, standing };
		const { dropped, kept, written } = settleDrafts(this.held.all, board);
		this.dropDrafts(dropped);
		this.keepDrafts(kept);
		for (const draft of written) this.sendAgain(draft);
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
		const { live } = this;
		this.findLost(live.doc, true);
		const own = readNotes(live.doc).filter((note) => this.isOwn(note));
		const refused = own.map((note) => ({
			...draftOf({ ...note, at: note.createdAt }),
			code,
			doubtful: !this.words.has(note.key)
		}));
		this.keepDrafts(refused);
		const deleted = [...notesOf(live.doc).keys()].filter(
			(key) => this.isOwn({ key }) && this.words.has(key) && this.standing(key)?.deleted
		);
		this.deletedLate = [...this.deletedLate, ...deleted];
		this.letGo();
		this.settled = false;
		this.replica = this.open();
	}

	/** Forgets this replica, whose words are drafts now. */
	private letGo(): void {
		const { name, live, device } = this.replica;
		this.words.giveUp();
		this.keeping.giveUp(name);
		device.erase();
		live.destroy();
	}

	private keepDrafts(drafts: readonly Draft[]): void {
		this.held.keep(drafts);
		this.full = this.keeping.full;
	}

	/** Now by the server's clock, but later than every note of one's own: clocks jump, order stays. */
	private nextTime(): number {
		const { pseudonym } = this;
		const onBoard = pseudonym === undefined ? undefined : latestTimeOf(this.live.doc, pseudonym);
		const times = this.held.all.map(({ at }) => at).concat(onBoard ?? []);
		return Math.max(serverNow(), ...times.map((at) => at + 1));
	}
}

function draftOf({ key, columnId, text, at }: HandedNote): Draft {
	return { id: key, key, columnId, text, at, code: 'try_later' };
}
