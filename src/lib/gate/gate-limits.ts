import { NOTE_TEXT_LIMIT } from '../domain/boards/note.ts';
import { UNITS_PER_CHARACTER } from '../domain/text/text.ts';

/** How much one update, one actor and one document may hold. */
export interface GateLimits {
	/** Bytes of one update. */
	readonly updateBytes: number;
	/** Structs of one update, those known already included. */
	readonly structs: number;
	/** Ranges of one delete set; a reconnecting client sends the whole document's. */
	readonly deleteRanges: number;
	/** Clocks that one update may add, all its clients together. */
	readonly clockAdvance: number;
	/** Client ids that one actor may write with in one document. */
	readonly clientsPerActor: number;
	/** Notes of one person on one board, deleted ones included. */
	readonly notesPerPerson: number;
	/** Characters of a note as people count them; two who write at once may come to twice as many. */
	readonly textCharacters: number;
	/** UTF-16 units of a note's text: its characters may be built of several. */
	readonly textUnits: number;
	/** Items that the history of one note may leave in the document. */
	readonly itemsPerNote: number;
	/** Items that the histories of all notes of one person may leave on one board. */
	readonly itemsPerPerson: number;
	/** Times that one update may write one field: each is looked up among the others. */
	readonly writesPerField: number;
	/** Entries of one root of the clusters or plan document, those taken off included. */
	readonly entries: number;
	/** Rows of one list of all actions of a plan, those taken off included. */
	readonly rows: number;
	/** Notes that stand in clusters or did. */
	readonly members: number;
}

export const GATE_LIMITS: GateLimits = {
	updateBytes: 1024 * 1024,
	structs: 50_000,
	deleteRanges: 100_000,
	clockAdvance: 500_000,
	clientsPerActor: 500,
	notesPerPerson: 300,
	textCharacters: NOTE_TEXT_LIMIT,
	textUnits: NOTE_TEXT_LIMIT * UNITS_PER_CHARACTER,
	itemsPerNote: 2_000,
	itemsPerPerson: 20_000,
	writesPerField: 1_000,
	entries: 2_000,
	rows: 20_000,
	members: 50_000
};
