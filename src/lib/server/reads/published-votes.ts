import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Publication } from '../../domain/votes/publication.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../agenda/activity.table.ts';
import '../votes/vote.table.ts';

/** A published vote with its record, nothing of it withheld that the record tells. */
export interface PublishedVote {
	readonly activityId: string;
	/** What the activity is called now. */
	readonly activityTitle: LocalizedText;
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
		.innerJoin('activity', 'activity.id', 'vote.activity_id')
		.select([
			'vote.activity_id',
			'activity.title',
			'vote.grouping_id',
			'vote.cited',
			'vote.published_at',
			'vote.record'
		])
		.where('vote.workshop_id', '=', workshopId)
		.where('vote.state', '=', 'published')
		.orderBy('vote.published_at')
		.orderBy('vote.id')
		.execute();
	return rows.flatMap((row) =>
		row.record === null
			? []
			: {
					activityId: row.activity_id,
					activityTitle: fromJson<LocalizedText>(row.title),
					groupingId: row.grouping_id,
					cited: row.cited === 1,
					publishedAt: row.published_at ?? 0,
					record: fromJson<Publication>(row.record)
				}
	);
}
