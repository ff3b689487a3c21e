import type { Vote } from '../../domain/votes/vote.ts';
import type { Db } from '../db/database.ts';
import '../votes/vote.table.ts';

/** The newest vote that was opened in an activity; undefined before there was one. */
export async function findNewestVote(
	db: Db,
	activityId: string
): Promise<Pick<Vote, 'id' | 'state'> | undefined> {
	return db
		.selectFrom('vote')
		.select(['id', 'state'])
		.where('activity_id', '=', activityId)
		.orderBy('opened_at', 'desc')
		.executeTakeFirst();
}
