import type { Grouping } from '../../domain/clusters/grouping.ts';
import { DomainError } from '../../domain/errors.ts';
import type { GroupingTable } from '../clusters/grouping.table.ts';
import type { Db } from '../db/database.ts';

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

function toGrouping(row: GroupingTable): Grouping {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		kind: row.kind,
		activityId: row.activity_id,
		spaceId: row.space_id
	};
}
