/** Which actor stands behind a pseudonym on a board; the pseudonym is a keyed hash of both. */
export interface BoardAuthorTable {
	board: string;
	pseudonym: string;
	actor_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		board_author: BoardAuthorTable;
	}
}
