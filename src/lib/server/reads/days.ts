import type { WorkshopDay } from '../../domain/workshops/workshop-day.ts';
import type { Db } from '../db/database.ts';
import '../workshops/day.table.ts';

/** The days of a workshop in their order. */
export async function listDays(db: Db, workshopId: string): Promise<WorkshopDay[]> {
	return (await daysOfWorkshops(db, [workshopId]))(workshopId);
}

/** The days of each of these workshops, in their order. */
export async function daysOfWorkshops(
	db: Db,
	workshopIds: readonly string[]
): Promise<(workshopId: string) => WorkshopDay[]> {
	if (workshopIds.length === 0) return () => [];
	const rows = await db
		.selectFrom('day')
		.select(['id', 'workshop_id', 'date', 'start_time as startTime', 'end_time as endTime'])
		.where('workshop_id', 'in', workshopIds)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const rowsOf = Map.groupBy(rows, (row) => row.workshop_id);
	return (workshopId) =>
		(rowsOf.get(workshopId) ?? []).map(({ id, date, startTime, endTime }) => ({
			id,
			date,
			startTime,
			endTime
		}));
}
