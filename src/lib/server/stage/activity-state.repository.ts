import type { Trx } from '../db/database.ts';
import { toJson } from '../db/json-column.ts';
import './activity-state.table.ts';

/** Stores what is kept of an activity in the place of what was kept before. */
export async function writeActivityState(
	trx: Trx,
	activityId: string,
	kept: unknown,
	at: number
): Promise<void> {
	const state = toJson(kept);
	await trx
		.insertInto('activity_state')
		.values({ activity_id: activityId, state, at })
		.onConflict((conflict) => conflict.column('activity_id').doUpdateSet({ state, at }))
		.execute();
}
