import type { ActionPlan } from '../../domain/plan/action-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { provenanceOf, type Provenance } from '../../domain/proposals/provenance.ts';
import type { RootDb } from '../db/database.ts';
import type { ProposalService } from '../proposals/proposal.service.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getPlan } from './plan.repository.ts';

/** Reading the action plan of a workshop; it is written in its live document. */
export interface PlanService {
	/** The whole plan as it is on disk, with whether the actor may write it. */
	read(
		actor: Actor,
		workshopId: string
	): Promise<{ readonly plan: ActionPlan; readonly mayWrite: boolean }>;
	/** What an action grew from, down to people's own words. Throws `not_found`. */
	provenance(actor: Actor, workshopId: string, actionId: string): Promise<Provenance>;
}

export function planService(deps: { db: RootDb; proposals: ProposalService }): PlanService {
	const { db, proposals } = deps;
	return {
		async read(actor, workshopId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'read_plan', access));
			return {
				plan: await getPlan(db, workshopId),
				mayWrite: canInWorkshop(actor, 'write_plan', access)
			};
		},
		async provenance(actor, workshopId, actionId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'read_plan', access));
			const plan = await getPlan(db, workshopId);
			const action = plan.actions.find(({ id }) => id === actionId);
			if (!action) throw new DomainError('not_found');
			return provenanceOf(action.proposalIds, await proposals.list(actor, workshopId));
		}
	};
}
