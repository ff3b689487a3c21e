import { collectsNotes } from '../../domain/activities/activity-setup.ts';
import { groupingOf } from '../../domain/clusters/grouping.ts';
import { DomainError } from '../../domain/errors.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../clusters/cluster.table.ts';
import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';
import { setupOf } from './activity-setup.ts';
import { listClustersOf, type ClusterRow } from './clusters.ts';
import { listGroupings } from './groupings.ts';

/** What is voted on in an activity. */
export interface VotableClusters {
	readonly groupingId: string;
	/** Those that stand now, in order. */
	readonly clusters: readonly ClusterRow[];
}

/**
 * The clusters that can be voted on in an activity: all of its own grouping; of the plenary's those that
 * hold a standing note of its boards where it collects any, else all. Throws `not_found`.
 */
export async function findVotableClusters(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<VotableClusters> {
	const grouping = groupingOf(await listGroupings(db, workshopId), activityId);
	if (!grouping) throw new DomainError('not_found');
	const all = await listClustersOf(db, grouping.id);
	const clusters = all.filter(({ standing }) => standing);
	if (grouping.kind !== 'plenary' || !(await hasBoard(db, activityId)))
		return { groupingId: grouping.id, clusters };
	const own = await clustersWithNotesOf(db, grouping.id, activityId);
	return { groupingId: grouping.id, clusters: clusters.filter(({ id }) => own.has(id)) };
}

async function hasBoard(db: Db, activityId: string): Promise<boolean> {
	const row = await db
		.selectFrom('activity')
		.select(['kind', 'parameters'])
		.where('id', '=', activityId)
		.executeTakeFirst();
	return row !== undefined && collectsNotes(setupOf(row));
}

async function clustersWithNotesOf(
	db: Db,
	groupingId: string,
	activityId: string
): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('cluster_note as member')
		.innerJoin('note', (join) =>
			join
				.onRef('note.board_id', '=', 'member.board_id')
				.onRef('note.key', '=', 'member.note_key')
				.on('note.deleted', '=', 0)
		)
		.innerJoin('board', 'board.id', 'note.board_id')
		.select('member.cluster_id')
		.distinct()
		.where('member.grouping_id', '=', groupingId)
		.where('board.activity_id', '=', activityId)
		.execute();
	return new Set(rows.map((row) => row.cluster_id));
}
