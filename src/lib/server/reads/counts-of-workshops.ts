import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../categories/category.table.ts';
import '../notes/note.table.ts';
import '../organisers/organiser.table.ts';
import '../participants/participant.table.ts';
import '../plans/plan.table.ts';

/** What a list of workshops says of one. */
export interface CountsOfWorkshop {
	readonly categories: number;
	/** People awaited in all categories together. */
	readonly expected: number;
	readonly activities: number;
	readonly organisers: number;
	/** People who are present. */
	readonly participants: number;
	/** Notes that stand. */
	readonly notes: number;
	readonly actions: number;
}

const NOTHING: CountsOfWorkshop = {
	categories: 0,
	expected: 0,
	activities: 0,
	organisers: 0,
	participants: 0,
	notes: 0,
	actions: 0
};

/** The counts of each of these workshops. */
export async function countInWorkshops(
	db: Db,
	workshopIds: readonly string[]
): Promise<(workshopId: string) => CountsOfWorkshop> {
	if (workshopIds.length === 0) return () => NOTHING;
	const rowsOf = (table: CountedTable) =>
		db.selectFrom(table).where(`${table}.workshop_id`, 'in', workshopIds);
	const count = async (rows: ReturnType<typeof rowsOf>): Promise<ReadonlyMap<string, number>> => {
		const counted = await rows
			.select(({ fn }) => ['workshop_id as id', fn.countAll().as('count')])
			.groupBy('workshop_id')
			.execute();
		return new Map(counted.map((row) => [row.id, Number(row.count)]));
	};
	const awaited = await db
		.selectFrom('category')
		.select(({ fn }) => ['workshop_id as id', fn.sum('expected').as('expected')])
		.where('workshop_id', 'in', workshopIds)
		.groupBy('workshop_id')
		.execute();
	const expected = new Map(awaited.map((row) => [row.id, Number(row.expected)]));
	const counts = {
		categories: await count(rowsOf('category')),
		activities: await count(rowsOf('activity')),
		organisers: await count(rowsOf('organiser')),
		participants: await count(rowsOf('participant').where('removed_at', 'is', null)),
		notes: await count(rowsOf('note').where('deleted', '=', 0)),
		actions: await countActions(db, workshopIds)
	};
	return (id) => ({
		categories: counts.categories.get(id) ?? 0,
		expected: expected.get(id) ?? 0,
		activities: counts.activities.get(id) ?? 0,
		organisers: counts.organisers.get(id) ?? 0,
		participants: counts.participants.get(id) ?? 0,
		notes: counts.notes.get(id) ?? 0,
		actions: counts.actions.get(id) ?? 0
	});
}
type CountedTable = 'category' | 'activity' | 'organiser' | 'participant' | 'note';

async function countActions(
	db: Db,
	workshopIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const counted = await db
		.selectFrom('plan_workshop')
		.innerJoin('plan_action', 'plan_action.plan_id', 'plan_workshop.plan_id')
		.select(({ fn }) => ['plan_workshop.workshop_id as id', fn.countAll().as('count')])
		.where('plan_workshop.workshop_id', 'in', workshopIds)
		.groupBy('plan_workshop.workshop_id')
		.execute();
	return new Map(counted.map((row) => [row.id, Number(row.count)]));
}
