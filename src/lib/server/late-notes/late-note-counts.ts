import type { Db } from '../db/database.ts';
import { listUnrevealed } from '../reads/activity-setup.ts';
import './late-note.table.ts';

/** Those that wait for a decision and may be seen. */
export async function countWaiting(db: Db, workshopId: string): Promise<number> {
	const hidden = await listUnrevealed(db, workshopId);
	const row = await db
		.selectFrom('late_note')
		.select(({ fn }) => fn.countAll().as('notes'))
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'waiting')
		.$if(hidden.length > 0, (query) => query.where('activity_id', 'not in', hidden))
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
