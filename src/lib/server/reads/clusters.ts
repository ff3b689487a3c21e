import type { LocalizedText } from '../../domain/text/locale.ts';
import '../agenda/activity.table.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';

/** A cluster as the rows hold it; `standing` is false once it was merged away or removed. */
export interface ClusterRow {
	readonly id: string;
	readonly title: LocalizedText;
	readonly standing: boolean;
}

/**
 * Every cluster there ever was, the plenary's first, then those of activities as the agenda has them: a
 * proposal may have grown from one that was merged since.
 */
export async function listAllClusters(db: Db, workshopId: string): Promise<ClusterRow[]> {
	const rows = await clusters(db)
		.where('grouping.workshop_id', '=', workshopId)
		.orderBy((order) => order.fn.coalesce('activity.position', order.val(0)))
		.orderBy('cluster.position')
		.orderBy('cluster.id')
		.execute();
	return rows.map(toRow);
}

/** Every cluster that a grouping ever had, in order. */
export async function listClustersOf(db: Db, groupingId: string): Promise<ClusterRow[]> {
	const rows = await clusters(db)
		.where('grouping.id', '=', groupingId)
		.orderBy('cluster.position')
		.orderBy('cluster.id')
		.execute();
	return rows.map(toRow);
}

function clusters(db: Db) {
	return db
		.selectFrom('cluster')
		.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
		.leftJoin('activity', 'activity.id', 'grouping.activity_id')
		.select(['cluster.id', 'cluster.title', 'cluster.deleted']);
}

function toRow({ id, title, deleted }: { id: string; title: string; deleted: 0 | 1 }): ClusterRow {
	return { id, title: fromJson<LocalizedText>(title), standing: deleted === 0 };
}
