import * as Y from 'yjs';
import { isErasedNote } from '../../board/erase-notes.ts';
import { authorOfNoteKey, isNoteTime } from '../../domain/boards/note.ts';
import { timesWithin, type TimeSpan } from '../../domain/boards/note-times.ts';
import type { NoteMark } from '../../domain/boards/note-mark.ts';
import { type DocumentRights, mayChangeNote, type NoteChange } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import type { EntryChange, FieldChange } from '../changes/incoming.ts';
import { standingValue } from '../changes/standing-value.ts';
import type { GateLimits } from '../gate-limits.ts';
import { refuse } from '../refusal.ts';
import type { DocumentRules } from './document-rules.ts';
import { NoteIndex } from './note-index.ts';
import { isTooLong } from './note-length.ts';
import { NoteWords, type WordedNote } from './note-words.ts';
import { owe } from './owe.ts';

/**
 * Asks the policy about every note that an update changes, then holds the notes to the limits. Once it is
 * applied, the server says on the notes of others whose hand it was, and when a note was written.
 */
export class BoardRules implements DocumentRules {
	private readonly limits: GateLimits;
	private readonly notes: Y.Map<unknown>;
	private readonly index: NoteIndex;
	private readonly words: NoteWords;
	/** The notes that the update reviewed last makes. */
	private made: readonly string[] = [];

	constructor(notes: Y.Map<unknown>, limits: GateLimits) {
		this.limits = limits;
		this.notes = notes;
		this.index = new NoteIndex(notes);
		this.words = new NoteWords(notes);
	}

	review(changes: DocumentChanges, rights: DocumentRights): void {
		const notes = [...(changes.roots.get('notes')?.entries.values() ?? [])];
		// Rights first: what was written too late is to be told as that, whatever else is wrong with it.
		for (const note of notes) reviewRights(note, rights);
		for (const note of notes) reviewForm(note, rights);
		for (const note of notes) this.reviewNote(note);
		for (const [author, sums] of sumsByAuthor(notes)) this.reviewAuthor(author, sums);
		for (const { key, traces } of notes)
			this.index.addTraces(key, authorOfNoteKey(key) ?? '', traces);
		const standing = notes.filter(({ type }) => type !== undefined).map(({ key }) => key);
		this.words.watch(new Set(standing.filter((key) => !isOwn(key, rights))));
		this.made = notes.filter(({ type }) => type === undefined).map(({ key }) => key);
	}

	settle({ mark }: DocumentRights, span: TimeSpan): (() => void) | undefined {
		const writes: (() => void)[] = [];
		for (const worded of this.words.take()) {
			const note = this.noteOf(worded.key);
			const owed = note && markOwed(note, worded, mark);
			if (note && owed !== undefined && note.get('edited') !== owed)
				owe('mark', writes, () => void note.set('edited', owed));
		}
		for (const [key, at] of timesWithin(this.takeMade(), span))
			owe('time', writes, () => void this.noteOf(key)?.set('at', at));
		return writes.length === 0 ? undefined : () => writes.forEach((write) => write());
	}

	destroy(): void {
		this.index.destroy();
		this.words.destroy();
	}

	/** When the notes that were made claim to be written. */
	private takeMade(): Map<string, number> {
		const claimed = new Map<string, number>();
		for (const key of this.made) {
			const at: unknown = this.noteOf(key)?.get('at');
			if (isNoteTime(at)) claimed.set(key, at);
		}
		this.made = [];
		return claimed;
	}

	private noteOf(key: string): Y.Map<unknown> | undefined {
		const note = this.notes.get(key);
		return note instanceof Y.Map ? (note as Y.Map<unknown>) : undefined;
	}

	private reviewNote(note: EntryChange): void {
		const { itemsPerNote } = this.limits;
		const text = note.fields.get('text');
		if (text !== undefined && isTooLong(note, text, this.limits)) refuse('too-long');
		if (!this.index.fitsNote(note.key, note.traces, itemsPerNote)) refuse('too-many-changes');
	}

	private reviewAuthor(author: string, { made, traces }: AuthorSums): void {
		const { notesPerPerson, itemsPerPerson } = this.limits;
		if (made > 0 && this.index.countOf(author) + made > notesPerPerson) refuse('too-many-notes');
		if (!this.index.fitsAuthor(author, traces, itemsPerPerson)) refuse('too-many-changes');
	}
}

/** What an update adds to the notes of one author. */
interface AuthorSums {
	made: number;
	traces: number;
}

function sumsByAuthor(notes: readonly EntryChange[]): Map<string, AuthorSums> {
	const sums = new Map<string, AuthorSums>();
	for (const { key, type, traces } of notes) {
		const author = authorOfNoteKey(key) ?? '';
		const sum = sums.get(author) ?? { made: 0, traces: 0 };
		if (type === undefined) sum.made++;
		sum.traces += traces;
		sums.set(author, sum);
	}
	return sums;
}

function reviewRights(note: EntryChange, rights: DocumentRights): void {
	const own = isOwn(note.key, rights);
	const may = (change: NoteChange): boolean => mayChangeNote(rights, { own }, change);
	const { fields } = note;
	if (fields.has('edited') && !may('mark_edited')) refuse('forged-mark');
	if (note.type === undefined) {
		if (!may('create')) refuse('not-your-name');
		return;
	}
	const text = fields.get('text');
	if (text?.made !== undefined || fields.has('at')) refuse('made-later');
	if (text !== undefined && text.written.length > 0 && isErasedNote(note.type)) refuse('erased');
	if (text !== undefined && isTouched(text) && !may('edit')) refuse('not-your-words');
	if (fields.has('column') && !may('move')) refuse('not-yours-to-move');
	const deleted = fields.get('deleted');
	if (deleted === undefined) return;
	if (standingValue(deleted) === true) {
		if (!may('delete')) refuse('not-yours-to-delete');
	} else if (!may('restore')) refuse('not-yours-to-restore');
}

function isOwn(key: string, { pseudonym, merged }: DocumentRights): boolean {
	const author = authorOfNoteKey(key);
	return author === pseudonym || (author !== undefined && merged.includes(author));
}

/**
 * The mark that a note of another is to have: `mark`, the writer's, where it says anything else now than it
 * said last. What says the same again, as after a deletion that was undone, owes nothing, nor does what is
 * left of an author's words in a note that was deleted meanwhile; and a page that wrote its own mark over
 * the one that stood takes nothing away from that.
 */
function markOwed(
	note: Y.Map<unknown>,
	{ words, mark: standing, worded, added }: WordedNote,
	mark: NoteMark | null
): unknown {
	const text = note.get('text');
	const says = text instanceof Y.Text ? text.toString() : '';
	const shown = added || note.get('deleted') !== true;
	if (worded && shown && says !== '' && says !== words) return mark ?? undefined;
	if (note.get('edited') === standing) return undefined;
	return standing ?? mark ?? undefined;
}

function isTouched({ written, deletions }: FieldChange): boolean {
	return written.length > 0 || deletions.length > 0;
}

/** A new note comes whole, and a note stands in a column that the board has. */
function reviewForm(note: EntryChange, rights: DocumentRights): void {
	const column = note.fields.get('column')?.value;
	if (column !== undefined && !(rights.columns as readonly unknown[]).includes(column))
		refuse('column');
	if (note.type !== undefined) return;
	if (column === undefined) refuse('without-column');
	if (note.fields.get('text')?.made === undefined) refuse('without-text');
	if (note.fields.get('at')?.value === undefined) refuse('without-time');
}
