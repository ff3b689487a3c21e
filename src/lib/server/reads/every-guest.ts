import type { Db } from '../db/database.ts';
import '../participants/participant.table.ts';

/** The actors of everybody who ever joined a workshop, taken out and merged ones included. */
export async function listEveryGuest(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('participant')
		.select('actor_id')
		.where('workshop_id', '=', workshopId)
		.execute();
	return rows.map((row) => row.actor_id);
}
