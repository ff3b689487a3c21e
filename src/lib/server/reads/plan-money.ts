import type { FinancingStatus } from '../../domain/plan/action-plan.ts';
import type { Db } from '../db/database.ts';
import '../plans/plan.table.ts';
import { plansOf } from './plan-of-workshop.ts';

/** Costs in whole dirhams by axis, in the order of the axes; actions without an axis are in none. */
export async function costByAxis(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('plan_axis as axis')
		.leftJoin('plan_objective as objective', (join) =>
			join
				.onRef('objective.plan_id', '=', 'axis.plan_id')
				.onRef('objective.axis_id', '=', 'axis.id')
		)
		.leftJoin('plan_action as action', (join) =>
			join
				.onRef('action.plan_id', '=', 'axis.plan_id')
				.onRef('action.objective_id', '=', 'objective.id')
		)
		.select(({ fn }) => ['axis.id', fn.sum('action.cost').as('cost')])
		.where('axis.plan_id', 'in', plansOf(db, workshopId))
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
		.where('plan_id', 'in', plansOf(db, workshopId))
		.executeTakeFirstOrThrow();
	return { ...row, cost: Number(row.cost) };
}

/** Financing in whole dirhams by source as it is written, the largest first. */
export async function amountBySource(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('plan_financing')
		.select(({ fn }) => ['source', fn.sum('amount').as('amount')])
		.where('plan_id', 'in', plansOf(db, workshopId))
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
		.where('plan_id', 'in', plansOf(db, workshopId))
		.groupBy('status')
		.execute();
	return new Map(rows.map(({ status, amount }) => [status as FinancingStatus, Number(amount)]));
}
