import * as Y from 'yjs';
import { authorOfNoteKey } from '../../domain/boards/note.ts';
import { TraceSums } from './trace-sums.ts';

/** Counts that would cost a walk over the board at each decision, kept as the board changes. */
export class NoteIndex {
	private readonly notes: Y.Map<unknown>;
	private readonly byAuthor = new Map<string, Set<string>>();
	private readonly noteTraces = new TraceSums();
	private readonly authorTraces = new TraceSums();

	constructor(notes: Y.Map<unknown>) {
		this.notes = notes;
		for (const key of notes._map.keys()) this.count(key);
		notes.observe(this.follow);
	}

	/** Notes of an author, deleted ones included. */
	countOf(author: string): number {
		return this.byAuthor.get(author)?.size ?? 0;
	}

	/** True when `added` more items fit into the history of a note. */
	fitsNote(key: string, added: number, limit: number): boolean {
		return this.noteTraces.fits(key, added, limit, () => this.tracesOf(key));
	}

	/** True when `added` more items fit into the histories of all notes of an author. */
	fitsAuthor(author: string, added: number, limit: number): boolean {
		return this.authorTraces.fits(author, added, limit, () => {
			let traces = 0;
			for (const key of this.byAuthor.get(author) ?? []) traces += this.tracesOf(key);
			return traces;
		});
	}

	addTraces(key: string, author: string, added: number): void {
		this.noteTraces.add(key, added);
		this.authorTraces.add(author, added);
	}

	destroy(): void {
		this.notes.unobserve(this.follow);
	}

	private readonly follow = (event: Y.YMapEvent<unknown>): void => {
		for (const key of event.keysChanged as Set<string>) this.count(key);
	};

	/** Notes are never taken out, so each is counted once. */
	private count(key: string): void {
		const author = authorOfNoteKey(key);
		if (author === undefined) return;
		const keys = this.byAuthor.get(author);
		if (keys) keys.add(key);
		else this.byAuthor.set(author, new Set([key]));
	}

	/** Items in the history of a note: values one by one, characters by the run. */
	private tracesOf(key: string): number {
		const note = this.notes.get(key);
		if (!(note instanceof Y.Map)) return 0;
		let count = 0;
		for (const value of note._map.values()) {
			for (let item: Y.Item | null = value; item !== null; item = item.left) count += item.length;
			if (value.content instanceof Y.ContentType)
				for (let run = value.content.type._start; run !== null; run = run.right) count++;
		}
		return count;
	}
}
