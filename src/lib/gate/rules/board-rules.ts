import * as Y from 'yjs';
import { authorOfNoteKey } from '../../domain/boards/note.ts';
import { isErasedNote } from '../../board/erase-notes.ts';
import { type DocumentRights, mayChangeNote, type NoteChange } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import type { EntryChange, FieldChange } from '../changes/incoming.ts';
import { standingValue } from '../changes/standing-value.ts';
import type { GateLimits } from '../gate-limits.ts';
import { refuse } from '../refusal.ts';
import type { DocumentRules } from './document-rules.ts';
import { NoteIndex } from './note-index.ts';

/** Asks the policy about every note that an update changes, then holds the notes to the limits. */
export class BoardRules implements DocumentRules {
	private readonly limits: GateLimits;
	private readonly index: NoteIndex;

	constructor(notes: Y.Map<unknown>, limits: GateLimits) {
		this.limits = limits;
		this.index = new NoteIndex(notes);
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
	}

	destroy(): void {
		this.index.destroy();
	}

	private reviewNote(note: EntryChange): void {
		const { textUnits, itemsPerNote } = this.limits;
		const text = note.fields.get('text');
		if (text !== undefined) {
			const before = lengthOf(note);
			const after = before + text.inserted - text.removed;
			if (after > textUnits && after > before) refuse('too-long');
		}
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
	const own = authorOfNoteKey(note.key) === rights.pseudonym;
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
	if (text !== undefined && isTouched(text)) {
		if (!may('edit')) refuse('not-your-words');
		if (!own && !needsNoMark(note)) refuse('unmarked-edit');
	}
	if (fields.has('column') && !may('move')) refuse('not-yours-to-move');
	const deleted = fields.get('deleted');
	if (deleted === undefined) return;
	if (standingValue(deleted) === true) {
		if (!may('delete')) refuse('not-yours-to-delete');
	} else if (!may('restore')) refuse('not-yours-to-restore');
}

/**
 * Another's words are changed only where the note says so, now or with this update. Deleting a note takes
 * its words and bringing it back writes them again, among what others wrote or brought back meanwhile; so
 * a note with such a history needs no mark.
 */
function needsNoMark({ type, fields }: EntryChange): boolean {
	return ['edited', 'deleted'].some((name) => fields.has(name) || type?._map.has(name) === true);
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

function lengthOf({ type }: EntryChange): number {
	const text = type?.get('text');
	return text instanceof Y.Text ? text.length : 0;
}
