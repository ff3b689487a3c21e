import type { Db } from '../db/database.ts';
import '../regions/region.table.ts';

/** The ids of every region, in the order that administrators gave. */
export async function listRegionIds(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom('region')
		.select('id')
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}
