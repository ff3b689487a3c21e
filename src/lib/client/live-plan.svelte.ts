import { readPlan } from '#lib/board/plan-doc.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

/** The action plan of a workshop, with undo of one's own steps; `initial` is what the server rendered. */
export class LivePlan {
	readonly document: LiveDocument;
	private readonly initial: ActionPlan;
	private readonly value: { readonly current: ActionPlan };

	constructor(workshopId: string, as: As, initial: ActionPlan) {
		const roots = ['plan', 'axes', 'objectives', 'actions'];
		this.initial = initial;
		this.document = new LiveDocument('plan', workshopId, as, { undo: roots });
		this.value = this.document.value(roots, readPlan);
	}

	get plan(): ActionPlan {
		return this.document.synced ? this.value.current : this.initial;
	}

	destroy(): void {
		this.document.destroy();
	}
}
