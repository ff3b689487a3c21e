import type { Actor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { gatherPlan } from '#lib/server/documents/plan/gather-plan.ts';
import type { PlanDocument } from '#lib/server/documents/plan/plan-document.ts';

/** All that the documents of a plan say of it now. Throws `plan_empty`. */
export function gatheredPlan(app: App, actor: Actor, workshopId: string): Promise<PlanDocument> {
	return gatherPlan({ sources: app, actor, workshopId, locale: 'ar', at: Date.now() });
}
