import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../stage/activity-state.table.ts';

/** What was kept of an activity, as its kind checked it; null before anything was. */
export async function findActivityState(db: Db, activityId: string): Promise<unknown> {
	const row = await db
		.selectFrom('activity_state')
		.select('state')
		.where('activity_id', '=', activityId)
		.executeTakeFirst();
	return row ? fromJson<unknown>(row.state) : null;
}
