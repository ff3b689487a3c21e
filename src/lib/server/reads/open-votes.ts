import type { StageVote } from '../../domain/stage/stage.ts';
import type { Db } from '../db/database.ts';
import '../votes/vote.table.ts';

/** True until a vote on the clusters of a grouping is published. */
export async function hasUnpublishedVoteOn(db: Db, groupingId: string): Promise<boolean> {
	const row = await db
		.selectFrom('vote')
		.select('id')
		.where('grouping_id', '=', groupingId)
		.where('state', '!=', 'published')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The votes of a workshop that are not published yet, the oldest first. */
export async function listUnpublishedVotes(
	db: Db,
	workshopId: string
): Promise<(StageVote & { readonly activityId: string })[]> {
	return db
		.selectFrom('vote')
		.select(['id', 'activity_id as activityId', 'state'])
		.where('workshop_id', '=', workshopId)
		.where('state', '!=', 'published')
		.orderBy('opened_at')
		.orderBy('id')
		.execute();
}
