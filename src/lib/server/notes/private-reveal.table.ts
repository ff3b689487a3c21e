/** How far a private room stands on its board: up to and with the row `seq` of its log. */
export interface PrivateRevealTable {
	room: string;
	board_id: string;
	seq: number;
}

declare module '../db/database.ts' {
	interface Database {
		private_reveal: PrivateRevealTable;
	}
}
