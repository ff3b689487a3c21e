import { voteRulesOf } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import type { VoteRules } from '../../domain/ballots/ballot-methods.ts';
import '../agenda/activity.table.ts';
import type { Db } from '../db/database.ts';
import { setupOf } from './activity-setup.ts';

/** The rules that an activity votes by, undefined when it has none. Throws `not_found`. */
export async function findVoteRules(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<VoteRules | undefined> {
	const row = await db
		.selectFrom('activity')
		.select(['kind', 'parameters'])
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return voteRulesOf(setupOf(row)) ?? undefined;
}
