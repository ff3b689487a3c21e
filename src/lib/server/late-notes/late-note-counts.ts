import type { Db } from '../db/database.ts';
import '../boards/board.table.ts';
import './late-note.table.ts';

/** Those that wait for a decision and may be seen. */
export async function countWaiting(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('late_note')
		.innerJoin('board', 'board.id', 'late_note.board_id')
		.select(({ fn }) => fn.countAll().as('notes'))
		.where('late_note.workshop_id', '=', workshopId)
		.where('late_note.state', '=', 'waiting')
		.where('board.revealed_at', 'is not', null)
		.executeTakeFirstOrThrow();
	return Number(row.notes);
}

/** When something was last decided in a workshop, 0 before. Never told twice: decisions have a time each. */
export async function lastDecision(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('late_note')
		.select(({ fn }) => fn.max('decided_at').as('at'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row?.at ?? 0;
}
