import type { AccountActor } from '../../domain/people/actor.ts';
import { stepsDone, type PreparationStep } from '../../domain/workshops/preparation.ts';
import type { Workshop } from '../../domain/workshops/workshop.ts';
import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../categories/category.table.ts';
import '../notes/note.table.ts';
import '../organisers/organiser.table.ts';
import '../participants/participant.table.ts';
import '../plans/plan.table.ts';
import { toWorkshop } from './workshop.repository.ts';

/** A workshop with the figures that a list of workshops shows. */
export interface WorkshopSummary {
	readonly workshop: Workshop;
	/** True once its hall was opened for the first time. */
	readonly opened: boolean;
	readonly expected: number;
	readonly categories: number;
	readonly activities: number;
	readonly participants: number;
	readonly notes: number;
	readonly actions: number;
	readonly done: readonly PreparationStep[];
}

/**
 * The workshops that concern an account: for a facilitator those it is named in, for a director those of
 * the regions that were opened; none for an administrator.
 */
export async function listSummaries(db: Db, actor: AccountActor): Promise<WorkshopSummary[]> {
	let query = db.selectFrom('workshop').selectAll().orderBy('created_at', 'desc');
	if (actor.role === 'facilitator')
		query = query.where('id', 'in', (eb) =>
			eb.selectFrom('workshop_facilitator').select('workshop_id').where('account_id', '=', actor.id)
		);
	else if (actor.role === 'director' && actor.regions.length > 0)
		query = query.where('region_id', 'in', actor.regions).where('opened_at', 'is not', null);
	else return [];
	const rows = await query.execute();
	if (rows.length === 0) return [];

	const ids = rows.map((row) => row.id);
	const [categories, activities, organisers, participants, notes, actions] = await Promise.all([
		db
			.selectFrom('category')
			.select([
				'workshop_id as id',
				(eb) => eb.fn.countAll<number>().as('count'),
				(eb) => eb.fn.sum<number>('expected').as('expected')
			])
			.where('workshop_id', 'in', ids)
			.groupBy('workshop_id')
			.execute(),
		countIn(db, 'activity', ids),
		countIn(db, 'organiser', ids),
		countIn(db, 'participant', ids),
		db
			.selectFrom('note')
			.select(['workshop_id as id', (eb) => eb.fn.countAll<number>().as('count')])
			.where('workshop_id', 'in', ids)
			.where('deleted', '=', 0)
			.groupBy('workshop_id')
			.execute()
			.then(countsById),
		countIn(db, 'plan_action', ids)
	]);
	const expected = new Map(categories.map((row) => [row.id, row.expected]));
	const categoryCounts = countsById(categories);

	return rows.map((row) => {
		const workshop = toWorkshop(row);
		const counts = {
			categories: categoryCounts.get(row.id) ?? 0,
			activities: activities.get(row.id) ?? 0,
			organisers: organisers.get(row.id) ?? 0
		};
		return {
			workshop,
			opened: row.opened_at !== null,
			expected: expected.get(row.id) ?? 0,
			categories: counts.categories,
			activities: counts.activities,
			participants: participants.get(row.id) ?? 0,
			notes: notes.get(row.id) ?? 0,
			actions: actions.get(row.id) ?? 0,
			done: stepsDone(workshop, counts)
		};
	});
}

async function countIn(
	db: Db,
	table: 'activity' | 'organiser' | 'participant' | 'plan_action',
	workshopIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom(table)
		.select(['workshop_id as id', (eb) => eb.fn.countAll<number>().as('count')])
		.where('workshop_id', 'in', workshopIds)
		.groupBy('workshop_id')
		.execute();
	return countsById(rows);
}

function countsById(rows: readonly { id: string; count: number }[]): ReadonlyMap<string, number> {
	return new Map(rows.map((row) => [row.id, row.count]));
}
