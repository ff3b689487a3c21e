import * as Y from 'yjs';
import { authorOfNoteKey } from '../domain/note.ts';

/** Counts that would cost a walk over the board at each decision, kept as the board changes. */
export class NoteIndex {
	private readonly notes: Y.Map<unknown>;
	private readonly counted = new Set<string>();
	private readonly byAuthor = new Map<string, number>();
	private readonly traces = new Map<string, number>();

	constructor(notes: Y.Map<unknown>) {
		this.notes = notes;
		for (const key of notes._map.keys()) this.count(key);
		notes.observe(this.follow);
	}

	/** Notes of an author, deleted ones included. */
	countOf(pseudonym: string): number {
		return this.byAuthor.get(pseudonym) ?? 0;
	}

	/**
	 * How many items the history of a note has, or more: what was added is summed up although Yjs merges
	 * much of it. It is counted anew only where the sum is over `enough`.
	 */
	tracesOf(key: string, note: Y.Map<unknown> | undefined, enough: number): number {
		const sum = this.traces.get(key);
		if (note === undefined || (sum !== undefined && sum <= enough)) return sum ?? 0;
		const exact = countTraces(note);
		this.traces.set(key, exact);
		return exact;
	}

	addTraces(key: string, count: number): void {
		this.traces.set(key, (this.traces.get(key) ?? 0) + count);
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
		if (author === undefined || this.counted.has(key)) return;
		this.counted.add(key);
		this.byAuthor.set(author, (this.byAuthor.get(author) ?? 0) + 1);
	}
}

function countTraces(note: Y.Map<unknown>): number {
	let count = 0;
	for (const value of note._map.values()) {
		for (let item: Y.Item | null = value; item !== null; item = item.left) count += item.length;
		if (value.content instanceof Y.ContentType)
			for (let run = value.content.type._start; run !== null; run = run.right) count++;
	}
	return count;
}
