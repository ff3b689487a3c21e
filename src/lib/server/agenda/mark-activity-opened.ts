import type { Trx } from '../db/database.ts';
import './activity.table.ts';

/** Remembers when an activity was first the current one. */
export async function markActivityOpened(trx: Trx, activityId: string, at: number): Promise<void> {
	await trx
		.updateTable('activity')
		.set((set) => ({ opened_at: set.fn.coalesce('opened_at', set.val(at)) }))
		.where('id', '=', activityId)
		.execute();
}
