import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/** The hour at which a workshop begins (HH:MM), or null while that is not known. */
export async function findFirstHour(db: Db, workshopId: string): Promise<string | null> {
	const row = await db
		.selectFrom('workshop')
		.select('start_time')
		.where('id', '=', workshopId)
		.executeTakeFirst();
	return row?.start_time ?? null;
}
