import type { Db } from '../db/database.ts';
import '../votes/vote.table.ts';

/** True while a vote on the clusters of a grouping is open. */
export async function hasOpenVoteOn(db: Db, groupingId: string): Promise<boolean> {
	const row = await db
		.selectFrom('vote')
		.select('id')
		.where('grouping_id', '=', groupingId)
		.where('state', '=', 'open')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** True while a vote of the workshop is open. */
export async function hasOpenVote(db: Db, workshopId: string): Promise<boolean> {
	const row = await db
		.selectFrom('vote')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'open')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
