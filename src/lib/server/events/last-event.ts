import type { Db } from '../db/database.ts';
import './event.table.ts';

/** When the last thing that was done and logged happened, epoch milliseconds; undefined before the first. */
export async function lastEventAt(db: Db): Promise<number | undefined> {
	const row = await db
		.selectFrom('event')
		.select('at')
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.at;
}
