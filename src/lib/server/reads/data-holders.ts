import type { Db } from '../db/database.ts';
import '../organisers/organiser.table.ts';

/** The names of those who hold a workshop's data: its organisers, without partners, in their order. */
export async function dataHolders(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('organiser')
		.select('name')
		.where('workshop_id', '=', workshopId)
		.where('role', '=', 'organiser')
		.orderBy('position')
		.execute();
	return rows.map(({ name }) => name);
}
