import type { Publication } from '../../domain/votes/publication.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../votes/vote.table.ts';

/** A published vote with its record, nothing of it withheld that the record tells. */
export interface PublishedVote {
	readonly activityId: string;
	readonly groupingId: string;
	/** Proposals, plan and documents name this one, of those on its grouping. */
	readonly cited: boolean;
	/** Epoch milliseconds. */
	readonly publishedAt: number;
	readonly record: Publication;
}

/** Every vote of a workshop that was published, the oldest first. */
export async function listPublishedVotes(db: Db, workshopId: string): Promise<PublishedVote[]> {
	const rows = await db
		.selectFrom('vote')
		.select(['activity_id', 'grouping_id', 'cited', 'published_at', 'record'])
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'published')
		.orderBy('published_at')
		.orderBy('id')
		.execute();
	return rows.flatMap((row) =>
		row.record === null
			? []
			: {
					activityId: row.activity_id,
					groupingId: row.grouping_id,
					cited: row.cited === 1,
					publishedAt: row.published_at ?? 0,
					record: fromJson<Publication>(row.record)
				}
	);
}
