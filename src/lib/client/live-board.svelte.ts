import { SvelteMap } from 'svelte/reactivity';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import {
	addNote,
	deleteNote,
	editNoteText,
	moveNote,
	notesOf,
	readNotes
} from '#lib/board/board-doc.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { newId } from '#lib/domain/id.ts';
import { authorOfNoteKey, NOTE_TEXT_LIMIT, type Note } from '#lib/domain/note.ts';
import { requireText } from '#lib/domain/text.ts';
import { KeptList } from './kept-list.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

/** Where a note's newest wording is. `sent` left the device and is not known to be on disk yet. */
export type NoteState = 'device' | 'sent' | 'saved';

/** Words that the server did not take. They stay on the device until sent again or put away. */
export interface Draft {
	readonly id: string;
	readonly columnId: string;
	readonly text: string;
	readonly code: ErrorCode;
}

/** Everybody's board of an activity, or one's own notes in it before the facilitator reveals them. */
export type BoardKind = 'board' | 'private';

/** A copy of the board on this device, and what keeps it. */
interface Replica {
	readonly live: LiveDocument;
	readonly persistence: IndexeddbPersistence | undefined;
	readonly notes: { readonly current: Note[] };
}

/**
 * A board on a person's own device: it can be written while offline, survives a reload, tells for each
 * of one's notes whether it is saved, and keeps the words when the server refuses. The replica on the
 * device carries the person's id in its name, so the next guest on a shared phone inherits nothing.
 */
export class LiveBoard {
	private replica: Replica;
	/** Own note keys that changed and are not known to be on disk, to the frame that carries them. */
	private readonly unsaved = new SvelteMap<string, number | null>();
	drafts = $state.raw<readonly Draft[]>([]);
	private readonly keptUnsaved: KeptList<string>;
	private readonly keptDrafts: KeptList<Draft>;
	private readonly keptPseudonym: KeptList<string>;
	private touched: string[] = [];
	private readonly activityId: string;
	private readonly as: As;
	private readonly kind: BoardKind;
	private readonly ready: Promise<unknown>;
	private readonly name: string;

	/**
	 * `owner` names the person on this device, such as their participant id. Nothing is sent before
	 * `ready` resolves.
	 */
	constructor(
		activityId: string,
		as: As,
		owner: string,
		options: { kind?: BoardKind; ready?: Promise<unknown> } = {}
	) {
		const { kind = 'board', ready = Promise.resolve() } = options;
		this.ready = ready;
		this.activityId = activityId;
		this.as = as;
		this.kind = kind;
		this.name = nameOnDevice(activityId, owner, kind);
		this.keptUnsaved = new KeptList(`${this.name}.unsaved`);
		this.keptDrafts = new KeptList(`${this.name}.drafts`);
		this.keptPseudonym = new KeptList(`${this.name}.pseudonym`);
		this.drafts = this.keptDrafts.all;
		for (const key of this.keptUnsaved.all) this.unsaved.set(key, null);
		this.replica = $state.raw(this.open());
	}

	private get live(): LiveDocument {
		return this.replica.live;
	}

	/** True while this device keeps words of `owner` for the board that are not known to be on disk. */
	static holdsWords(activityId: string, owner: string, kind: BoardKind = 'board'): boolean {
		const name = nameOnDevice(activityId, owner, kind);
		return ['unsaved', 'drafts'].some((list) => new KeptList(`${name}.${list}`).all.length > 0);
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
		return this.live.status?.pseudonym ?? this.keptPseudonym.all[0];
	}

	isOwn(note: Pick<Note, 'key'>): boolean {
		return this.pseudonym !== undefined && authorOfNoteKey(note.key) === this.pseudonym;
	}

	stateOf(note: Pick<Note, 'key'>): NoteState {
		const frame = this.unsaved.get(note.key);
		return frame === undefined ? 'saved' : frame === null ? 'device' : 'sent';
	}

	/** Notes of one's own that are on this device only, or on their way. */
	get unsavedCount(): number {
		return this.unsaved.size;
	}

	/** Adds a note of one's own. Throws `text_empty` or `text_too_long`; `try_later` before the first contact. */
	add(columnId: string, text: string): void {
		const pseudonym = this.pseudonym;
		const clean = requireText(text, NOTE_TEXT_LIMIT);
		if (pseudonym === undefined) {
			this.keepDraft({ id: newId(8), columnId, text: clean, code: 'try_later' });
			return;
		}
		addNote(this.live.doc, { pseudonym, columnId, text: clean, at: this.live.now });
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

	undo(): void {
		this.live.undo();
	}

	/** Writes a draft as a new note and puts the draft away. */
	sendAgain(draft: Draft): void {
		this.dropDraft(draft);
		this.add(draft.columnId, draft.text);
	}

	dropDraft(draft: Draft): void {
		this.setDrafts(this.drafts.filter(({ id }) => id !== draft.id));
	}

	destroy(): void {
		void this.replica.persistence?.destroy();
		this.live.destroy();
	}

	private open(): Replica {
		const doc = new Y.Doc();
		notesOf(doc).observeDeep((events, transaction) => {
			if (!transaction.local || transaction.origin === persistence) return;
			for (const event of events) {
				const [key] = event.path;
				if (typeof key === 'string') this.touched.push(key);
				else this.touched.push(...event.keys.keys());
			}
		});
		const persistence =
			typeof indexedDB === 'undefined' ? undefined : new IndexeddbPersistence(this.name, doc);
		const live = new LiveDocument(this.kind, this.activityId, this.as, {
			doc,
			undo: ['notes'],
			ready: Promise.all([this.ready, persistence && loaded(persistence)]),
			events: {
				sent: (frame) => this.markSent(frame),
				saved: (count) => this.markSaved(count),
				refused: (code) => this.keepWords(code),
				disconnected: () => this.markWaiting()
			}
		});
		// After the provider's own handler, so that what could be sent has its number by now.
		doc.on('update', () => this.markTouched());
		return { live, persistence, notes: live.value(['notes'], readNotes) };
	}

	private lastSent = 0;

	private markSent({ number, whole }: { number: number; whole: boolean }): void {
		this.lastSent = number;
		const pseudonym = this.live.status?.pseudonym;
		if (pseudonym && this.keptPseudonym.all[0] !== pseudonym)
			this.keptPseudonym.replace([pseudonym]);
		if (whole) for (const key of this.unsaved.keys()) this.unsaved.set(key, number);
	}

	private markTouched(): void {
		const keys = this.touched;
		this.touched = [];
		const frame = this.live.connection === 'connected' && this.lastSent > 0 ? this.lastSent : null;
		for (const key of keys) this.unsaved.set(key, frame);
		if (keys.length > 0) this.keepUnsaved();
	}

	private markSaved(count: number): void {
		for (const [key, frame] of this.unsaved)
			if (frame !== null && frame <= count) this.unsaved.delete(key);
		this.keepUnsaved();
	}

	private markWaiting(): void {
		this.lastSent = 0;
		for (const key of this.unsaved.keys()) this.unsaved.set(key, null);
	}

	/** The server refused: keep one's unsaved words as drafts and start again from the server's state. */
	private keepWords(code: ErrorCode): void {
		const words = this.notes
			.filter((note) => this.unsaved.has(note.key) && this.isOwn(note))
			.map((note) => ({ id: newId(8), columnId: note.columnId, text: note.text, code }));
		this.setDrafts([...this.drafts, ...words]);
		this.unsaved.clear();
		this.keepUnsaved();
		const { live, persistence } = this.replica;
		live.destroy();
		void (persistence?.clearData() ?? Promise.resolve()).finally(() => {
			this.replica = this.open();
		});
	}

	private keepDraft(draft: Draft): void {
		this.setDrafts([...this.drafts, draft]);
	}

	private setDrafts(drafts: readonly Draft[]): void {
		this.drafts = drafts;
		this.keptDrafts.replace(drafts);
	}

	private keepUnsaved(): void {
		this.keptUnsaved.replace([...this.unsaved.keys()]);
	}
}

/** How long the device may take to read what it keeps, in milliseconds, before the board goes on without. */
const LOADING = 3_000;

function loaded(persistence: IndexeddbPersistence): Promise<unknown> {
	const late = new Promise((resolve) => setTimeout(resolve, LOADING));
	return Promise.race([persistence.whenSynced, late]);
}

function nameOnDevice(activityId: string, owner: string, kind: BoardKind): string {
	const place = kind === 'board' ? activityId : `${kind}.${activityId}`;
	return `tachawor.${place}.${owner}`;
}
