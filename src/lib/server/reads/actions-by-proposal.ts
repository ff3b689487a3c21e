import type { Db } from '../db/database.ts';
import '../plans/plan.table.ts';
import { plansOf } from './plan-of-workshop.ts';

/** The actions that name each proposal, in the plan's order. */
export async function actionsByProposal(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, readonly { id: string; code: string }[]>> {
	const rows = await db
		.selectFrom('plan_action_proposal as link')
		.innerJoin('plan_action as action', (join) =>
			join.onRef('action.id', '=', 'link.action_id').onRef('action.plan_id', '=', 'link.plan_id')
		)
		.select(['link.proposal_id as proposalId', 'action.id', 'action.code'])
		.where('link.plan_id', 'in', plansOf(db, workshopId))
		.orderBy('action.position')
		.orderBy('action.id')
		.execute();
	const actions = new Map<string, { id: string; code: string }[]>();
	for (const { proposalId, id, code } of rows)
		actions.set(proposalId, [...(actions.get(proposalId) ?? []), { id, code }]);
	return actions;
}
