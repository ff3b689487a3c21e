import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../clusters/cluster.table.ts';

/** A cluster as the rows hold it; `standing` is false once it was merged away or removed. */
export interface ClusterRow {
	readonly id: string;
	readonly title: LocalizedText;
	readonly standing: boolean;
}

/** Every cluster there ever was, in order: a proposal may have grown from one that was merged since. */
export async function listAllClusters(db: Db, workshopId: string): Promise<ClusterRow[]> {
	const rows = await db
		.selectFrom('cluster')
		.select(['id', 'title', 'deleted'])
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(({ id, title, deleted }) => ({
		id,
		title: fromJson<LocalizedText>(title),
		standing: deleted === 0
	}));
}

/** The clusters that stand, in order. */
export async function listStandingClusters(db: Db, workshopId: string): Promise<ClusterRow[]> {
	return (await listAllClusters(db, workshopId)).filter(({ standing }) => standing);
}
