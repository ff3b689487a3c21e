import type { ActionPlan } from '../../domain/plan/action-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { provenanceOf, type Provenance } from '../../domain/proposals/provenance.ts';
import type { RootDb, Trx } from '../db/database.ts';
import type { ProposalService } from '../proposals/proposal.service.ts';
import { getPlanOf } from '../reads/plan-of-workshop.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getPlan, insertPlan, removePlan } from './plan.repository.ts';

/** A plan as it is read: the id names its live document. */
export interface ReadPlan {
	readonly planId: string;
	readonly plan: ActionPlan;
	/** Whether the actor may write it. */
	readonly mayWrite: boolean;
}

/** The action plan of a workshop; it is written in its live document. */
export interface PlanService {
	/** Unguarded: the plan that a workshop begins with, in the transaction that makes it. */
	make(trx: Trx, workshopId: string): Promise<void>;
	/** Unguarded: takes the plan of a workshop away, in the transaction that takes the workshop away. */
	remove(trx: Trx, workshopId: string): Promise<void>;
	/** The whole plan as it is on disk. */
	read(actor: Actor, workshopId: string): Promise<ReadPlan>;
	/** What an action grew from, down to people's own words. Throws `not_found`. */
	provenance(actor: Actor, workshopId: string, actionId: string): Promise<Provenance>;
}

export function planService(deps: { db: RootDb; proposals: ProposalService }): PlanService {
	const { db, proposals } = deps;

	async function read(actor: Actor, workshopId: string): Promise<ReadPlan> {
		const access = await getWorkshopAccess(db, workshopId);
		assertAllowed(canInWorkshop(actor, 'read_plan', access));
		const planId = await getPlanOf(db, workshopId);
		return {
			planId,
			plan: await getPlan(db, planId),
			mayWrite: canInWorkshop(actor, 'write_plan', access)
		};
	}

	return {
		read,
		remove: removePlan,
		make: (trx, workshopId) => insertPlan(trx, newId(), workshopId),
		async provenance(actor, workshopId, actionId) {
			const { plan } = await read(actor, workshopId);
			const action = plan.actions.find(({ id }) => id === actionId);
			if (!action) throw new DomainError('not_found');
			return provenanceOf(action.proposalIds, await proposals.list(actor, workshopId));
		}
	};
}
