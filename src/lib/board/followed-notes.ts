import type * as Y from 'yjs';
import type { Note } from '../domain/boards/note.ts';
import { byAge, notesOf, readNote, readNotes } from './board-doc.ts';

/**
 * The notes of a board as `readNotes` gives them, kept in step with the document by reading only what
 * changed. A note that did not change stays the same object, and the array is a new one at each change,
 * so whoever draws them can compare by identity. `changed` is told after each of these.
 */
export class FollowedNotes {
	private notes: readonly Note[];
	private readonly known: Map<string, Note>;
	private readonly doc: Y.Doc;
	private readonly changed: () => void;

	/** Follows until `stop`. */
	constructor(doc: Y.Doc, changed: () => void) {
		this.doc = doc;
		this.changed = changed;
		this.notes = readNotes(doc);
		this.known = new Map(this.notes.map((note) => [note.key, note]));
		notesOf(doc).observeDeep(this.follow);
	}

	/** All well-formed notes that are not deleted, oldest first. */
	get all(): readonly Note[] {
		return this.notes;
	}

	stop(): void {
		notesOf(this.doc).unobserveDeep(this.follow);
	}

	private readonly follow = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
		const gone = new Set<Note>();
		const come: Note[] = [];
		for (const key of keysOf(events)) {
			const before = this.known.get(key);
			const read = readNote(key, notesOf(this.doc).get(key));
			const after = read?.deleted === false ? read : undefined;
			if (sameNote(before, after)) continue;
			if (before) gone.add(before);
			if (after) {
				come.push(after);
				this.known.set(key, after);
			} else this.known.delete(key);
		}
		if (gone.size === 0 && come.length === 0) return;
		const kept = gone.size === 0 ? this.notes : this.notes.filter((note) => !gone.has(note));
		this.notes = merge(kept, come.sort(byAge));
		this.changed();
	};
}

/** The keys of the notes that events are about: of the whole map, or of one note and what is in it. */
function keysOf(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): ReadonlySet<string> {
	const keys = new Set<string>();
	for (const event of events) {
		const [key] = event.path;
		if (typeof key === 'string') keys.add(key);
		else for (const changed of event.keys.keys()) keys.add(changed);
	}
	return keys;
}

function sameNote(a: Note | undefined, b: Note | undefined): boolean {
	if (a === undefined || b === undefined) return a === b;
	return (
		a.text === b.text &&
		a.columnId === b.columnId &&
		a.createdAt === b.createdAt &&
		a.edited === b.edited
	);
}

/** Two sorted lists as one; what comes is mostly newer than all that is there. */
function merge(notes: readonly Note[], come: readonly Note[]): readonly Note[] {
	const [first] = come;
	const last = notes.at(-1);
	if (!first) return notes;
	if (!last || byAge(last, first) < 0) return [...notes, ...come];
	const merged: Note[] = [];
	let at = 0;
	for (const note of notes) {
		for (let next = come[at]; next && byAge(next, note) < 0; next = come[++at]) merged.push(next);
		merged.push(note);
	}
	return [...merged, ...come.slice(at)];
}
