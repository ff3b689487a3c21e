import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../agenda/activity.table.ts';
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

/** The same for all activities of a workshop of which something was kept, by activity. */
export async function listActivityStates(
	db: Db,
	workshopId: string
): Promise<Map<string, unknown>> {
	const rows = await db
		.selectFrom('activity_state')
		.innerJoin('activity', 'activity.id', 'activity_state.activity_id')
		.select(['activity_state.activity_id', 'activity_state.state'])
		.where('activity.workshop_id', '=', workshopId)
		.execute();
	return new Map(rows.map(({ activity_id, state }) => [activity_id, fromJson<unknown>(state)]));
}
