import type * as Y from 'yjs';
import { planRoots, readPlan } from '../../board/plan-doc.ts';
import type { Action, ActionPlan } from '../../domain/plan/action-plan.ts';
import type { Trx } from '../db/database.ts';
import { toJson } from '../db/json-column.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import { planRows } from './plan-rows.ts';
import './plan.table.ts';

/**
 * Keeps the rows of a plan equal to its document. A plan has at most some hundred entries and is written
 * by few, so a commit that touched it writes the whole plan anew.
 */
export function projectPlan(workshopId: string, doc: Y.Doc): RoomProjection {
	let changed = false;
	const roots = planRoots(doc);
	for (const root of Object.values(roots)) root.observeDeep(() => (changed = true));
	return {
		take() {
			if (!changed) return undefined;
			changed = false;
			const plan = readPlan(doc);
			return (trx) => writePlan(trx, workshopId, plan);
		}
	};
}

async function writePlan(trx: Trx, workshopId: string, plan: ActionPlan): Promise<void> {
	await planRows.clear(trx, workshopId);
	await trx
		.insertInto('plan')
		.values({ workshop_id: workshopId, title: toJson(plan.title) })
		.execute();
	for (const { id, title, position } of plan.axes)
		await trx
			.insertInto('plan_axis')
			.values({ id, workshop_id: workshopId, title: toJson(title), position })
			.execute();
	for (const { id, axisId, title, position } of plan.objectives)
		await trx
			.insertInto('plan_objective')
			.values({ id, workshop_id: workshopId, axis_id: axisId, title: toJson(title), position })
			.execute();
	for (const action of plan.actions) await writeAction(trx, workshopId, action);
}

async function writeAction(trx: Trx, workshopId: string, action: Action): Promise<void> {
	await trx
		.insertInto('plan_action')
		.values({
			id: action.id,
			workshop_id: workshopId,
			objective_id: action.objectiveId,
			code: action.code,
			cost: action.cost,
			start_month: action.start,
			end_month: action.end,
			fields: toJson(action),
			position: action.position
		})
		.execute();
	for (const [position, line] of action.financing.entries())
		await trx
			.insertInto('plan_financing')
			.values({ workshop_id: workshopId, action_id: action.id, position, ...line })
			.execute();
	for (const proposalId of new Set(action.proposalIds))
		await trx
			.insertInto('plan_action_proposal')
			.values({ workshop_id: workshopId, action_id: action.id, proposal_id: proposalId })
			.execute();
}
