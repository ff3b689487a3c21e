import type { Action, ActionPlan } from '../../domain/plan/action-plan.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import { parseAction } from '../../domain/plan/parse-action.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import './plan.table.ts';

/** The plan of a workshop as it is on disk, empty when nothing was written yet. */
export async function getPlan(db: Db, workshopId: string): Promise<ActionPlan> {
	const plan = await db
		.selectFrom('plan')
		.select('title')
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	const axes = await db
		.selectFrom('plan_axis')
		.select(['id', 'title', 'position'])
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const objectives = await db
		.selectFrom('plan_objective')
		.select(['id', 'axis_id as axisId', 'title', 'position'])
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const actions = await db
		.selectFrom('plan_action')
		.select('fields')
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return {
		title: plan ? fromJson<LocalizedText>(plan.title) : {},
		axes: axes.map((axis) => ({ ...axis, title: fromJson<LocalizedText>(axis.title) })),
		objectives: objectives.map((objective) => ({
			...objective,
			title: fromJson<LocalizedText>(objective.title)
		})),
		actions: actions.map(({ fields }): Action => parseAction(fromJson(fields)))
	};
}
