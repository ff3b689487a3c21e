import type { VoteRules } from '../../domain/activities/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import '../agenda/activity.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';

/** The rules that an activity votes by, undefined when it has none. Throws `not_found`. */
export async function findVoteRules(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<VoteRules | undefined> {
	const row = await db
		.selectFrom('activity')
		.select('vote')
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return fromJson<VoteRules | null>(row.vote) ?? undefined;
}
