import * as Y from 'yjs';

/** What an update did to the words of a note that is not its writer's. */
export interface WordedNote {
	readonly key: string;
	/** What the note said last while it had words; undefined where the server does not know it. */
	readonly words: string | undefined;
	/** The mark that stood before, as it stands in the document. */
	readonly mark: unknown;
	/** Its words were touched, or whether it is deleted; false where nothing but its mark was. */
	readonly worded: boolean;
	/** Something stands in its text now that did not before. */
	readonly added: boolean;
}

/**
 * What notes said last before they lost their words, so that what is brought back can be compared with it.
 * It follows everything that changes the document, the server's own writing too. A note that had no words
 * already when the document was loaded is one whose words are not known.
 */
export class NoteWords {
	private readonly notes: Y.Map<unknown>;
	/** By the keys of notes that say nothing now. */
	private readonly lost = new Map<string, string>();
	private watched: ReadonlySet<string> = new Set();
	private worded: WordedNote[] = [];

	/** Follows the notes until `destroy`. */
	constructor(notes: Y.Map<unknown>) {
		this.notes = notes;
		notes.observeDeep(this.follow);
	}

	/** The notes of others that the next update touches: what it does to them is to be taken. */
	watch(keys: ReadonlySet<string>): void {
		this.watched = keys;
		this.worded = [];
	}

	/** What became of the notes that were watched. */
	take(): readonly WordedNote[] {
		const { worded } = this;
		this.watch(new Set());
		return worded;
	}

	destroy(): void {
		this.notes.unobserveDeep(this.follow);
	}

	private readonly follow = (events: readonly TypeEvent[]): void => {
		const changes = new Map<Y.Map<unknown>, NoteEvents>();
		for (const event of events) {
			const { target } = event;
			const note = target instanceof Y.Text ? target.parent : target;
			if (!(note instanceof Y.Map) || note.parent !== this.notes) continue;
			const known = changes.get(note) ?? { text: undefined, fields: undefined };
			if (target instanceof Y.Text) known.text = event;
			else known.fields = event;
			changes.set(note, known);
		}
		for (const [note, change] of changes) this.followNote(note, change);
	};

	private followNote(note: Y.Map<unknown>, { text, fields }: NoteEvents): void {
		const key = note._item?.parentSub ?? '';
		const deleted = fields?.changes.keys.get('deleted');
		if (text === undefined && deleted === undefined && !this.watched.has(key)) return;
		const now = wordsOf(note, note.get('deleted'));
		// While somebody writes in their own note, nobody asks what it said before.
		if (now !== undefined && !this.watched.has(key)) {
			this.lost.delete(key);
			return;
		}
		const wasDeleted: unknown = deleted === undefined ? note.get('deleted') : deleted.oldValue;
		const before = wordsOf(note, wasDeleted, text) ?? this.lost.get(key);
		if (now !== undefined) this.lost.delete(key);
		else if (before !== undefined) this.lost.set(key, before);
		if (!this.watched.has(key)) return;
		const edited = fields?.changes.keys.get('edited');
		const mark: unknown = edited === undefined ? note.get('edited') : edited.oldValue;
		const worded = text !== undefined || deleted !== undefined;
		const added = text !== undefined && runsOf(text).some(({ was, is }) => is && !was);
		this.worded.push({ key, words: before, mark, worded, added });
	}
}

type TypeEvent = Y.YEvent<Y.AbstractType<unknown>>;

/** What one transaction did to a note. */
interface NoteEvents {
	text: TypeEvent | undefined;
	fields: TypeEvent | undefined;
}

/** What a note says; undefined where it is deleted or says nothing. Before the change where one is given. */
function wordsOf(note: Y.Map<unknown>, deleted: unknown, change?: TypeEvent): string | undefined {
	const text = note.get('text');
	if (deleted === true || !(text instanceof Y.Text)) return undefined;
	const words = change === undefined ? text.toString() : textBefore(change);
	return words === '' ? undefined : words;
}

function textBefore(change: TypeEvent): string {
	return runsOf(change)
		.filter(({ was }) => was)
		.map(({ words }) => words)
		.join('');
}

/** The runs of a text that stood before a change or stand after it: what it takes is let go only later. */
function runsOf(change: TypeEvent): { words: string; was: boolean; is: boolean }[] {
	const runs: { words: string; was: boolean; is: boolean }[] = [];
	for (let item = change.target._start; item !== null; item = item.right) {
		if (!(item.content instanceof Y.ContentString)) continue;
		const was = !change.adds(item) && (!item.deleted || change.deletes(item));
		runs.push({ words: item.content.str, was, is: !item.deleted });
	}
	return runs;
}
