import type { LateNoteState } from '../../domain/boards/late-note.ts';

/** Notes that came back after their board was closed. */
export interface LateNoteTable {
	board_id: string;
	key: string;
	workshop_id: string;
	/** The author. */
	actor_id: string;
	column_id: string;
	text: string;
	written_at: number;
	handed_at: number;
	state: LateNoteState;
	/** The facilitator who admitted or left it, and when; each decision in a workshop has a time of its own. */
	decided_by: string | null;
	decided_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		late_note: LateNoteTable;
	}
}
