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
	edited: 0 | 1;
}

declare module '../db/database.ts' {
	interface Database {
		note: NoteTable;
	}
}
