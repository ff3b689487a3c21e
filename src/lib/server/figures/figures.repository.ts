import type { FinancingStatus } from '../../domain/plan/action-plan.ts';
import type { WorkshopCounts } from '../../domain/workshops/workshop-figures.ts';
import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../categories/category.table.ts';
import '../boards/board.table.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import '../plans/plan.table.ts';
import '../proposals/proposal.table.ts';

/** One statement, so that no two counts are of different moments. */
export async function countEverything(db: Db, workshopId: string): Promise<WorkshopCounts> {
	const row = await db
		.selectNoFrom((from) => {
			const of = (table: 'category' | 'participant' | 'activity' | 'proposal' | PlanTable) =>
				from.selectFrom(table).where(`${table}.workshop_id`, '=', workshopId);
			const count = from.fn.countAll().as('n');
			const notes = from
				.selectFrom('note')
				.where('note.workshop_id', '=', workshopId)
				.where('note.deleted', '=', 0);
			return [
				of('category').select(count).as('categories'),
				of('participant').where('removed_at', 'is', null).select(count).as('participants'),
				from
					.selectFrom('participant')
					.innerJoin('category', 'category.id', 'participant.category_id')
					.where('participant.workshop_id', '=', workshopId)
					.where('category.observing', '=', 0)
					.where('participant.role', '!=', 'observer')
					.where('participant.removed_at', 'is', null)
					.select(count)
					.as('voters'),
				of('activity').select(count).as('agendaItems'),
				from
					.selectFrom('activity')
					.where('activity.workshop_id', '=', workshopId)
					.where('activity.kind', '!=', 'break')
					.select(count)
					.as('activitiesExcludingBreaks'),
				notes.select(count).as('notes'),
				notes
					.where((where) =>
						where.exists(
							where
								.selectFrom('cluster_note as member')
								.innerJoin('cluster', (join) =>
									join
										.onRef('cluster.grouping_id', '=', 'member.grouping_id')
										.onRef('cluster.id', '=', 'member.cluster_id')
										.on('cluster.deleted', '=', 0)
								)
								.select('member.note_key')
								.whereRef('member.board_id', '=', 'note.board_id')
								.whereRef('member.note_key', '=', 'note.key')
						)
					)
					.select(count)
					.as('clusteredNotes'),
				from
					.selectFrom('cluster')
					.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
					.where('grouping.workshop_id', '=', workshopId)
					.where('cluster.deleted', '=', 0)
					.select(count)
					.as('clusters'),
				of('proposal').select(count).as('proposals'),
				of('plan_axis').select(count).as('axes'),
				of('plan_objective').select(count).as('objectives'),
				of('plan_action').select(count).as('actions')
			];
		})
		.executeTakeFirstOrThrow();
	const counts = Object.fromEntries(
		Object.entries(row).map(([name, count]) => [name, Number(count)])
	) as Record<keyof typeof row, number>;
	return { ...counts, unclusteredNotes: counts.notes - counts.clusteredNotes };
}
type PlanTable = 'plan_axis' | 'plan_objective' | 'plan_action';

/** `<activity>/<column>` to notes that stand. */
export async function notesByColumn(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select(({ fn }) => ['activity.id', 'note.column_id', fn.countAll().as('notes')])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.groupBy(['activity.id', 'activity.position', 'note.column_id'])
		.orderBy('activity.position')
		.orderBy('note.column_id')
		.execute();
	return new Map(rows.map((row) => [`${row.id}/${row.column_id}`, Number(row.notes)]));
}

/** Category to people who joined and were not taken out, 0 included, in the order of the categories. */
export async function participantsByCategory(
	db: Db,
	workshopId: string
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('category')
		.leftJoin('participant', (join) =>
			join
				.onRef('participant.category_id', '=', 'category.id')
				.on('participant.removed_at', 'is', null)
		)
		.select(({ fn }) => ['category.id', fn.count('participant.id').as('people')])
		.where('category.workshop_id', '=', workshopId)
		.groupBy(['category.id', 'category.position'])
		.orderBy('category.position')
		.execute();
	return new Map(rows.map(({ id, people }) => [id, Number(people)]));
}

/** Category to notes of its people that stand. */
export async function notesByCategory(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('note')
		.innerJoin('participant', 'participant.actor_id', 'note.author_id')
		.select(({ fn }) => ['participant.category_id as id', fn.countAll().as('notes')])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.groupBy('participant.category_id')
		.execute();
	return new Map(rows.map(({ id, notes }) => [id, Number(notes)]));
}

/** Costs in whole dirhams by axis, in the order of the axes; actions without an axis are in none. */
export async function costByAxis(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('plan_axis as axis')
		.leftJoin('plan_objective as objective', (join) =>
			join
				.onRef('objective.workshop_id', '=', 'axis.workshop_id')
				.onRef('objective.axis_id', '=', 'axis.id')
		)
		.leftJoin('plan_action as action', (join) =>
			join
				.onRef('action.workshop_id', '=', 'axis.workshop_id')
				.onRef('action.objective_id', '=', 'objective.id')
		)
		.select(({ fn }) => ['axis.id', fn.sum('action.cost').as('cost')])
		.where('axis.workshop_id', '=', workshopId)
		.groupBy(['axis.id', 'axis.position'])
		.orderBy('axis.position')
		.execute();
	return new Map(rows.map(({ id, cost }) => [id, Number(cost)]));
}

/** The sum of all costs, and the first and last month of any action. */
export async function planTotals(
	db: Db,
	workshopId: string
): Promise<{ cost: number; firstStart: string | null; lastEnd: string | null }> {
	const row = await db
		.selectFrom('plan_action')
		.select(({ fn }) => [
			fn.sum('cost').as('cost'),
			fn.min('start_month').as('firstStart'),
			fn.max('end_month').as('lastEnd')
		])
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return { ...row, cost: Number(row.cost) };
}

/** Financing in whole dirhams by source as it is written, the largest first. */
export async function amountBySource(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('plan_financing')
		.select(({ fn }) => ['source', fn.sum('amount').as('amount')])
		.where('workshop_id', '=', workshopId)
		.groupBy('source')
		.orderBy('amount', 'desc')
		.orderBy('source')
		.execute();
	return new Map(rows.map(({ source, amount }) => [source, Number(amount)]));
}

/** Financing in whole dirhams by its status. */
export async function amountByStatus(
	db: Db,
	workshopId: string
): Promise<Map<FinancingStatus, number>> {
	const rows = await db
		.selectFrom('plan_financing')
		.select(({ fn }) => ['status', fn.sum('amount').as('amount')])
		.where('workshop_id', '=', workshopId)
		.groupBy('status')
		.execute();
	return new Map(rows.map(({ status, amount }) => [status as FinancingStatus, Number(amount)]));
}

/** The proposals that no action of the plan names, in the order of their numbers. */
export async function proposalsWithoutAction(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('proposal')
		.select('proposal.id')
		.where('proposal.workshop_id', '=', workshopId)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('plan_action_proposal as link')
						.select('link.action_id')
						.whereRef('link.workshop_id', '=', 'proposal.workshop_id')
						.whereRef('link.proposal_id', '=', 'proposal.id')
				)
			)
		)
		.orderBy('proposal.number')
		.execute();
	return rows.map(({ id }) => id);
}

/** `<board>/<key>` of the notes that no proposal with an action is linked to, oldest first. */
export async function untracedNotes(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('note')
		.select(['note.board_id', 'note.key'])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('proposal_note as from')
						.innerJoin('plan_action_proposal as link', 'link.proposal_id', 'from.proposal_id')
						.select('from.proposal_id')
						.whereRef('from.board', '=', 'note.board_id')
						.whereRef('from.note_key', '=', 'note.key')
						.whereRef('link.workshop_id', '=', 'note.workshop_id')
				)
			)
		)
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	return rows.map(({ board_id, key }) => `${board_id}/${key}`);
}
