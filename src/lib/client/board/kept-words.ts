import * as Y from 'yjs';
import { notesOf, readNote } from '#lib/board/board-doc.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import type { KeptItems } from '../kept/kept-items.ts';
import type { KeptWord } from './board-keeping.ts';
import { UnsavedNotes, type NoteState } from './unsaved-notes.ts';

/**
 * One's own notes that are not known to be on the server's disk, with their newest words, which stay on the
 * device beside the replica: the browser writes that one later, or not at all. Rules [OF6] to [OF8].
 */
export class KeptWords {
	private readonly unsaved: UnsavedNotes;
	private readonly kept: KeptItems<KeptWord>;
	/** What an earlier start left, and no replica was found to hold so far. */
	private lost: readonly KeptWord[];
	/** The last counted frame of this connection; 0 before the first. */
	private counted = 0;

	/** `frames` may be a map that is followed in runes. */
	constructor(kept: KeptItems<KeptWord>, frames?: Map<string, number | null>) {
		this.kept = kept;
		this.unsaved = new UnsavedNotes(frames);
		this.lost = kept.all;
	}

	/** Notes that are on this device only, or on their way. */
	get size(): number {
		return this.unsaved.size;
	}

	has(key: string): boolean {
		return this.unsaved.has(key);
	}

	stateOf(key: string): NoteState {
		return this.unsaved.stateOf(key);
	}

	/** A note is being changed here; before its update is handed to the socket. */
	touch(key: string): void {
		this.unsaved.touch(key);
	}

	/** A counted frame was handed to the socket. */
	sent(frame: { readonly number: number; readonly whole: boolean }): void {
		this.counted = frame.number;
		this.unsaved.counted(frame);
	}

	/** Everything up to frame `count` of this connection is on the server's disk. */
	saved(count: number): void {
		this.kept.readOthers();
		for (const key of this.unsaved.saved(count)) this.kept.delete(key);
	}

	disconnected(): void {
		this.counted = 0;
		this.unsaved.disconnected();
	}

	/** Keeps the words of what was just changed, once the event of its update is over. */
	keep(doc: Y.Doc, isOwn: (note: Note) => boolean): void {
		const clock = Y.getState(doc.store, doc.clientID);
		for (const key of this.unsaved.settle()) {
			const note = readNote(key, notesOf(doc).get(key));
			if (!note || !isOwn(note)) continue;
			const { columnId, createdAt: at } = note;
			const text = note.deleted ? '' : note.text;
			this.kept.set(key, { key, columnId, text, at, client: doc.clientID, clock });
		}
	}

	/**
	 * Finds out about what earlier starts and other tabs left unsaved: what the replica `doc` holds is
	 * unsaved still. Once it is `whole`, gives what it does not hold and what is known from the words alone;
	 * `forget` them when they are kept elsewhere.
	 */
	find(doc: Y.Doc, whole: boolean): readonly KeptWord[] {
		const missing = this.lost.filter((word) => !holds(doc, word));
		const held = this.lost.filter((word) => holds(doc, word));
		this.lost = whole ? [] : missing;
		this.restore(held.map(({ key }) => key));
		this.adopt(doc);
		return whole ? missing : [];
	}

	/** Notes of one's own that came into the document unsaved. */
	restore(keys: readonly string[]): void {
		this.unsaved.restore(keys);
		// The connection stood already: what came into the document was sent since.
		if (this.counted > 0 && keys.length > 0)
			this.unsaved.counted({ number: this.counted, whole: true });
	}

	/** Takes words off the device that are kept elsewhere by now. */
	forget(words: readonly KeptWord[]): void {
		for (const { key } of words) this.kept.delete(key);
	}

	/** The replica was given up, and all unsaved words are kept elsewhere. */
	giveUp(): void {
		for (const key of this.unsaved.keys) this.kept.delete(key);
		this.unsaved.clear();
		this.counted = 0;
	}

	/** What another tab of this person holds unsaved is unsaved here too, once the document has it. */
	private adopt(doc: Y.Doc): void {
		this.kept.readOthers();
		const known = new Set([...this.unsaved.keys, ...this.lost.map(({ key }) => key)]);
		const news = this.kept.all.filter((word) => !known.has(word.key) && holds(doc, word));
		this.restore(news.map(({ key }) => key));
	}
}

function holds(doc: Y.Doc, { client, clock }: KeptWord): boolean {
	return Y.getState(doc.store, client) >= clock;
}
