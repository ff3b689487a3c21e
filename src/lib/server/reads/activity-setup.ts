import type { ActivityKind } from '../../domain/activities/activities.ts';
import type { ActivitySetup } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import '../agenda/activity.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';

/** A stored activity's kind with its parameters, which were checked by that kind before they were stored. */
export function setupOf(row: {
	readonly kind: ActivityKind;
	readonly parameters: string;
}): ActivitySetup {
	return { kind: row.kind, parameters: fromJson(row.parameters) } as ActivitySetup;
}

/** Throws `not_found`. */
export async function getActivityKind(db: Db, activityId: string): Promise<ActivityKind> {
	const row = await db
		.selectFrom('activity')
		.select('kind')
		.where('id', '=', activityId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.kind;
}
