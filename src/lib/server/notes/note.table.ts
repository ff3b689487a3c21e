import type { NoteMark } from '../../domain/boards/note-mark.ts';

/** Notes as the boards hold them, projected in the commit that stores the update. */
export interface NoteTable {
	board_id: string;
	key: string;
	workshop_id: string;
	column_id: string;
	/** Null only for a key whose pseudonym is nobody's. */
	author_id: string | null;
	text: string;
	created_at: number;
	deleted: 0 | 1;
	/** Who changed its words last (`NoteMark`); null while they are its author's. */
	edited_by: NoteMark | null;
}

declare module '../db/database.ts' {
	interface Database {
		note: NoteTable;
	}
}
