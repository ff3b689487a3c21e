import type { Grouping } from '../../domain/clusters/grouping.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import type { GroupingTable } from './grouping.table.ts';

/** The groupings of a workshop, the plenary's first. */
export async function listGroupings(db: Db, workshopId: string): Promise<Grouping[]> {
	const rows = await db
		.selectFrom('grouping')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy((order) => order.case().when('kind', '=', 'plenary').then(0).else(1).end())
		.orderBy('id')
		.execute();
	return rows.map(toGrouping);
}

/** Throws `not_found`. */
export async function getGrouping(db: Db, id: string): Promise<Grouping> {
	const row = await db.selectFrom('grouping').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return toGrouping(row);
}

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

function toGrouping(row: GroupingTable): Grouping {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		kind: row.kind,
		activityId: row.activity_id,
		spaceId: row.space_id
	};
}
