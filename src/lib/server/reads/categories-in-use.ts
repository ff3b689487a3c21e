import type { Db } from '../db/database.ts';
import '../participants/participant.table.ts';

/**
 * Category to the people who ever joined in it, those who were taken out included: while there is one the
 * category stays. Categories that nobody joined in are not in it.
 */
export async function countEverJoined(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('participant')
		.select(({ fn }) => ['category_id', fn.countAll().as('people')])
		.where('workshop_id', '=', workshopId)
		.groupBy('category_id')
		.execute();
	return new Map(rows.map((row) => [row.category_id, Number(row.people)]));
}
