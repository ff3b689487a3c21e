import type { BoardState } from '../../domain/boards/board.ts';

/** One board of an activity: the hall's, or a space's. Old ones bear their activity's id. */
export interface BoardTable {
	id: string;
	workshop_id: string;
	activity_id: string;
	/** Null for the hall's. */
	space_id: string | null;
	state: BoardState;
	/** When it was first opened: from then on it may be read. */
	opened_at: number | null;
	/** Nobody writes on a locked board, facilitators included. */
	locked: 0 | 1;
	/** Since when everybody who reads the board sees its notes: the reveal where writing is private, else the opening. */
	revealed_at: number | null;
	/** Since when those of other spaces read it too. Means nothing for the hall's. */
	shown_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		board: BoardTable;
	}
}
