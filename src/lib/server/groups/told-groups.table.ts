/** How the groups of a workshop are told, from the first telling on. Lists and maps as JSON. */
export interface ToldGroupsTable {
	workshop_id: string;
	/** The ids of the categories of each group. */
	partition: string;
	/** Category to the people who took part at the first telling. */
	active: string;
	/** Who was counted each time that people and notes were told. */
	tellings: string;
	fixed_at: number;
	/** When people and notes were told last; null before. */
	told_at: number | null;
}

/** A board of which it is told once and for all beside whose notes a category stands. */
export interface ToldBoardTable {
	board_id: string;
	told_at: number;
}

/** Somebody beside whose notes on a board their category stands. */
export interface ToldAuthorTable {
	board_id: string;
	actor_id: string;
	category_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		told_groups: ToldGroupsTable;
		told_board: ToldBoardTable;
		told_author: ToldAuthorTable;
	}
}
