import type { Db } from '../db/database.ts';
import '../votes/vote.table.ts';

/** The ids of the closed votes of a workshop, oldest first. */
export async function listClosedVotes(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('vote')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'closed')
		.orderBy('closed_at')
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}
