import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../clusters/cluster.table.ts';
import '../notes/note.table.ts';

/** Notes that stand on each board of a workshop; boards without notes are not in it. */
export async function countNotes(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('note')
		.select(({ fn }) => ['activity_id', fn.countAll().as('notes')])
		.where('workshop_id', '=', workshopId)
		.where('deleted', '=', 0)
		.groupBy('activity_id')
		.execute();
	return new Map(rows.map((row) => [row.activity_id, Number(row.notes)]));
}

/** Clusters that stand. */
export async function countClusters(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('cluster')
		.select(({ fn }) => fn.countAll().as('clusters'))
		.where('workshop_id', '=', workshopId)
		.where('deleted', '=', 0)
		.executeTakeFirstOrThrow();
	return Number(row.clusters);
}

export async function isActivityOf(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<boolean> {
	const row = await db
		.selectFrom('activity')
		.select('id')
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row !== undefined;
}
