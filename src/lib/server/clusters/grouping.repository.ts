import type { Grouping } from '../../domain/clusters/grouping.ts';
import type { Db } from '../db/database.ts';
import './cluster.table.ts';
import './grouping.table.ts';

export async function insertGrouping(db: Db, grouping: Grouping): Promise<void> {
	await db
		.insertInto('grouping')
		.values({
			id: grouping.id,
			workshop_id: grouping.workshopId,
			kind: grouping.kind,
			activity_id: grouping.activityId,
			space_id: grouping.spaceId
		})
		.execute();
}

export async function deleteGrouping(db: Db, id: string): Promise<void> {
	await db.deleteFrom('grouping').where('id', '=', id).execute();
}

/** True once a cluster was made in it, standing or not. */
export async function hasClusters(db: Db, groupingId: string): Promise<boolean> {
	const row = await db
		.selectFrom('cluster')
		.select('id')
		.where('grouping_id', '=', groupingId)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
