import { DomainError } from '../../domain/errors.ts';
import type { ActionPlan } from '../../domain/plan/action-plan.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import { parseAction } from '../../domain/plan/parse-action.ts';
import type { Db } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import './plan.table.ts';

export async function insertPlan(db: Db, planId: string, workshopId: string): Promise<void> {
	await db
		.insertInto('plan')
		.values({ id: planId, title: toJson({}) })
		.execute();
	await db
		.insertInto('plan_workshop')
		.values({ plan_id: planId, workshop_id: workshopId })
		.execute();
}

/** Takes the plans of a workshop away, with all that stands in them. */
export async function removePlan(db: Db, workshopId: string): Promise<void> {
	const plans = await db
		.selectFrom('plan_workshop')
		.select('plan_id')
		.where('workshop_id', '=', workshopId)
		.execute();
	for (const { plan_id } of plans) await db.deleteFrom('plan').where('id', '=', plan_id).execute();
}

/** The workshop that a plan is of. Throws `not_found`. */
export async function getWorkshopOf(db: Db, planId: string): Promise<string> {
	const row = await db
		.selectFrom('plan_workshop')
		.select('workshop_id')
		.where('plan_id', '=', planId)
		.orderBy('workshop_id')
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.workshop_id;
}

/** A plan as it is on disk. Throws `not_found`. */
export async function getPlan(db: Db, planId: string): Promise<ActionPlan> {
	const plan = await db
		.selectFrom('plan')
		.select('title')
		.where('id', '=', planId)
		.executeTakeFirst();
	if (!plan) throw new DomainError('not_found');
	const axes = await db
		.selectFrom('plan_axis')
		.select(['id', 'title', 'position'])
		.where('plan_id', '=', planId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const objectives = await db
		.selectFrom('plan_objective')
		.select(['id', 'axis_id as axisId', 'title', 'position'])
		.where('plan_id', '=', planId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const actions = await db
		.selectFrom('plan_action')
		.select('fields')
		.where('plan_id', '=', planId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return {
		title: fromJson<LocalizedText>(plan.title),
		axes: axes.map((axis) => ({ ...axis, title: fromJson<LocalizedText>(axis.title) })),
		objectives: objectives.map((objective) => ({
			...objective,
			title: fromJson<LocalizedText>(objective.title)
		})),
		actions: actions.map(({ fields }) => parseAction(fromJson(fields)))
	};
}
