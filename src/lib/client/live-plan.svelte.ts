import { FollowedPlan } from '#lib/board/followed-plan.ts';
import { PLAN_ROOTS } from '#lib/board/plan-entry.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

/** An action plan, with undo of one's own steps; `initial` is what the server rendered. */
export class LivePlan {
	readonly document: LiveDocument;
	private readonly initial: ActionPlan;
	private readonly value: { readonly current: ActionPlan };

	constructor(planId: string, as: As, initial: ActionPlan) {
		this.initial = initial;
		this.document = new LiveDocument('plan', planId, as, { undo: PLAN_ROOTS });
		const followed = new FollowedPlan(this.document.doc);
		this.value = this.document.value(PLAN_ROOTS, () => followed.plan());
	}

	get plan(): ActionPlan {
		return this.document.synced ? this.value.current : this.initial;
	}

	destroy(): void {
		this.document.destroy();
	}
}
