import type { CompiledQuery } from 'kysely';
import type * as Y from 'yjs';
import { planRoots, readPlan } from '../../board/plan-doc.ts';
import type { Action, ActionPlan } from '../../domain/plan/action-plan.ts';
import type { RootDb } from '../db/database.ts';
import { toJson } from '../db/json-column.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import { PLAN_TABLES } from './plan-rows.ts';
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
		take(db) {
			if (!changed) return [];
			changed = false;
			return writePlan(db, workshopId, readPlan(doc));
		}
	};
}

/** Everything that stood is taken away, then everything that stands is written. */
function writePlan(db: RootDb, workshopId: string, plan: ActionPlan): CompiledQuery[] {
	return [
		...PLAN_TABLES.map((table) =>
			db.deleteFrom(table).where('workshop_id', '=', workshopId).compile()
		),
		db
			.insertInto('plan')
			.values({ workshop_id: workshopId, title: toJson(plan.title) })
			.compile(),
		...plan.axes.map(({ id, title, position }) =>
			db
				.insertInto('plan_axis')
				.values({ id, workshop_id: workshopId, title: toJson(title), position })
				.compile()
		),
		...plan.objectives.map(({ id, axisId, title, position }) =>
			db
				.insertInto('plan_objective')
				.values({ id, workshop_id: workshopId, axis_id: axisId, title: toJson(title), position })
				.compile()
		),
		...plan.actions.flatMap((action) => writeAction(db, workshopId, action))
	];
}

function writeAction(db: RootDb, workshopId: string, action: Action): CompiledQuery[] {
	return [
		db
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
			.compile(),
		...action.financing.map((line, position) =>
			db
				.insertInto('plan_financing')
				.values({ workshop_id: workshopId, action_id: action.id, position, ...line })
				.compile()
		),
		...[...new Set(action.proposalIds)].map((proposalId) =>
			db
				.insertInto('plan_action_proposal')
				.values({ workshop_id: workshopId, action_id: action.id, proposal_id: proposalId })
				.compile()
		)
	];
}
