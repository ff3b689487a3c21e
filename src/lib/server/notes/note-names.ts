import { createHmac, randomBytes } from 'node:crypto';
import type {
	ProposalSource,
	ProposalTrace,
	SourceNote
} from '../../domain/proposals/provenance.ts';

/** Forgotten with the process: a name outlives no restart, and nobody can find the note behind it. */
const SECRET = randomBytes(32);

/**
 * What stands for a note on a page that links none. The key of a note begins with its author's pseudonym on
 * the board, so that keys tell which notes are one person's; names tell only that two are the same note.
 */
export function nameOf(ref: string): string {
	return createHmac('sha256', SECRET).update(ref).digest('base64url').slice(0, 16);
}

/** Notes under names that say nothing of who wrote them. */
export function namedNotes(notes: readonly SourceNote[]): SourceNote[] {
	return notes.map((note) => ({ ...note, ref: nameOf(note.ref) }));
}

/** A proposal as whoever links no notes to it reads it. */
export function namedSource(source: ProposalSource): ProposalSource {
	return { ...source, notes: namedNotes(source.notes), noteKeys: source.noteKeys.map(nameOf) };
}

/** What the plan's page shows of a proposal. */
export function traceOf({
	id,
	number,
	text,
	clusters,
	notes,
	categories
}: ProposalSource): ProposalTrace {
	return { id, number, text, clusters, notes: namedNotes(notes), categories };
}
