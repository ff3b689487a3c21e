import type { ActivitySetup } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import '../agenda/activity.table.ts';
import type { Db } from '../db/database.ts';
import { setupOf } from './activity-setup.ts';

/** What opening an activity depends on. */
export interface ActivityFacts {
	readonly durationMinutes: number;
	readonly setup: ActivitySetup;
}

/** What an activity is, and its duration. Throws `not_found` when it is not of this workshop. */
export async function getActivityFacts(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<ActivityFacts> {
	const row = await db
		.selectFrom('activity')
		.select(['duration_minutes', 'kind', 'parameters'])
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return { durationMinutes: row.duration_minutes, setup: setupOf(row) };
}
