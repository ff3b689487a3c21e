import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';

/** Throws `not_found` unless the activity is of this workshop. */
export async function assertActivityOf(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<void> {
	const row = await db
		.selectFrom('activity')
		.select('id')
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
}
