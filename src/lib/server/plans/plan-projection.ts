import type { CompiledQuery } from 'kysely';
import type * as Y from 'yjs';
import { FollowedPlan } from '../../board/followed-plan.ts';
import type { Action, Axis, Objective } from '../../domain/plan/action-plan.ts';
import { filledParts } from '../../domain/plan/parse-action.ts';
import type { RootDb } from '../db/database.ts';
import { toJson } from '../db/json-column.ts';
import { PreparedStatement } from '../db/prepared-statement.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import type {
	PlanActionProposalTable,
	PlanActionTable,
	PlanAxisTable,
	PlanFinancingTable,
	PlanObjectiveTable,
	PlanTable
} from './plan.table.ts';

/** Names an entry of a plan. */
interface EntryName {
	readonly plan_id: string;
	readonly id: string;
}

/** Keeps the rows of a plan equal to its document: only what changed is written. */
export function projectPlan(planId: string, doc: Y.Doc): RoomProjection {
	const followed = new FollowedPlan(doc);
	return {
		take(db) {
			const changes = followed.takeChanges();
			return [
				...(changes.title ? [TITLE.with(db, { id: planId, title: toJson(followed.title()) })] : []),
				...[...changes.axes].map((id) => writeAxis(db, planId, id, followed.axis(id))),
				...[...changes.objectives].map((id) =>
					writeObjective(db, planId, id, followed.objective(id))
				),
				...[...changes.actions].flatMap((id) => writeAction(db, planId, id, followed.action(id)))
			];
		}
	};
}

function writeAxis(db: RootDb, plan_id: string, id: string, axis: Axis | undefined): CompiledQuery {
	if (!axis) return REMOVE.plan_axis.with(db, { plan_id, id });
	return AXIS.with(db, { plan_id, id, title: toJson(axis.title), position: axis.position });
}

function writeObjective(
	db: RootDb,
	plan_id: string,
	id: string,
	objective: Objective | undefined
): CompiledQuery {
	if (!objective) return REMOVE.plan_objective.with(db, { plan_id, id });
	const { axisId: axis_id, title, position } = objective;
	return OBJECTIVE.with(db, { plan_id, id, axis_id, title: toJson(title), position });
}

/** What hangs on an action is taken away and written anew; it is a few rows. */
function writeAction(
	db: RootDb,
	plan_id: string,
	id: string,
	action: Action | undefined
): CompiledQuery[] {
	const cleared = [LINKS_OF.with(db, { plan_id, id }), FINANCING_OF.with(db, { plan_id, id })];
	if (!action) return [...cleared, REMOVE.plan_action.with(db, { plan_id, id })];
	const { objectiveId, code, cost, start, end, position } = action;
	return [
		...cleared,
		ACTION.with(db, {
			plan_id,
			id,
			objective_id: objectiveId,
			code,
			cost,
			start_month: start,
			end_month: end,
			fields: toJson(filledParts(action)),
			position
		}),
		...action.financing.map((row) => FINANCING.with(db, { ...row, plan_id, action_id: id })),
		...[...new Set(action.proposalIds)].map((proposal_id) =>
			LINK.with(db, { plan_id, action_id: id, proposal_id })
		)
	];
}

const TITLE = new PreparedStatement<PlanTable>((db, value) =>
	db
		.updateTable('plan')
		.set({ title: value('title') })
		.where('id', '=', value('id'))
);

const AXIS = new PreparedStatement<PlanAxisTable>((db, value) =>
	db
		.insertInto('plan_axis')
		.values({
			plan_id: value('plan_id'),
			id: value('id'),
			title: value('title'),
			position: value('position')
		})
		.onConflict((conflict) =>
			conflict.columns(['plan_id', 'id']).doUpdateSet((set) => ({
				title: set.ref('excluded.title'),
				position: set.ref('excluded.position')
			}))
		)
);

const OBJECTIVE = new PreparedStatement<PlanObjectiveTable>((db, value) =>
	db
		.insertInto('plan_objective')
		.values({
			plan_id: value('plan_id'),
			id: value('id'),
			axis_id: value('axis_id'),
			title: value('title'),
			position: value('position')
		})
		.onConflict((conflict) =>
			conflict.columns(['plan_id', 'id']).doUpdateSet((set) => ({
				axis_id: set.ref('excluded.axis_id'),
				title: set.ref('excluded.title'),
				position: set.ref('excluded.position')
			}))
		)
);

const ACTION = new PreparedStatement<PlanActionTable>((db, value) =>
	db
		.insertInto('plan_action')
		.values({
			plan_id: value('plan_id'),
			id: value('id'),
			objective_id: value('objective_id'),
			code: value('code'),
			cost: value('cost'),
			start_month: value('start_month'),
			end_month: value('end_month'),
			fields: value('fields'),
			position: value('position')
		})
		.onConflict((conflict) =>
			conflict.columns(['plan_id', 'id']).doUpdateSet((set) => ({
				objective_id: set.ref('excluded.objective_id'),
				code: set.ref('excluded.code'),
				cost: set.ref('excluded.cost'),
				start_month: set.ref('excluded.start_month'),
				end_month: set.ref('excluded.end_month'),
				fields: set.ref('excluded.fields'),
				position: set.ref('excluded.position')
			}))
		)
);

const FINANCING = new PreparedStatement<PlanFinancingTable>((db, value) =>
	db.insertInto('plan_financing').values({
		plan_id: value('plan_id'),
		id: value('id'),
		action_id: value('action_id'),
		source: value('source'),
		amount: value('amount'),
		status: value('status')
	})
);

const LINK = new PreparedStatement<PlanActionProposalTable>((db, value) =>
	db.insertInto('plan_action_proposal').values({
		plan_id: value('plan_id'),
		action_id: value('action_id'),
		proposal_id: value('proposal_id')
	})
);

const FINANCING_OF = new PreparedStatement<EntryName>((db, value) =>
	db
		.deleteFrom('plan_financing')
		.where('plan_id', '=', value('plan_id'))
		.where('action_id', '=', value('id'))
);

const LINKS_OF = new PreparedStatement<EntryName>((db, value) =>
	db
		.deleteFrom('plan_action_proposal')
		.where('plan_id', '=', value('plan_id'))
		.where('action_id', '=', value('id'))
);

const REMOVE = {
	plan_axis: removal('plan_axis'),
	plan_objective: removal('plan_objective'),
	plan_action: removal('plan_action')
};

function removal(table: 'plan_axis' | 'plan_objective' | 'plan_action') {
	return new PreparedStatement<EntryName>((db, value) =>
		db.deleteFrom(table).where('plan_id', '=', value('plan_id')).where('id', '=', value('id'))
	);
}
