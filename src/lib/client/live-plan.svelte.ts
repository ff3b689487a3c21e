import { FollowedPlan } from '#lib/board/followed-plan.ts';
import { PLAN_ROOTS } from '#lib/board/plan-entry.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';
import { liveValue } from './live-value.ts';
import { OverwrittenValues, type OverwrittenValue } from './overwritten-values.ts';

/** Fields that say where an entry is and not what somebody wrote. */
const PLACES: ReadonlySet<string> = new Set(['position', 'deleted', 'action', 'codeKept']);

/** An action plan, with undo of one's own steps; `initial` is what the server rendered. */
export class LivePlan {
	readonly document: LiveDocument;
	private readonly initial: ActionPlan;
	private readonly value: { readonly current: ActionPlan };
	private readonly overwritten: OverwrittenValues;
	private readonly lostValues: { readonly current: readonly OverwrittenValue[] };

	constructor(planId: string, as: As, initial: ActionPlan) {
		this.initial = initial;
		this.document = new LiveDocument('plan', planId, as, { undo: PLAN_ROOTS });
		const followed = new FollowedPlan(this.document.doc);
		this.value = this.document.value(PLAN_ROOTS, () => followed.plan());
		const minds = (field: string): boolean => !PLACES.has(field);
		this.overwritten = new OverwrittenValues(this.document.doc, PLAN_ROOTS, minds);
		this.lostValues = liveValue(
			() => this.overwritten.current,
			(changed) => this.overwritten.observe(changed)
		);
	}

	get plan(): ActionPlan {
		return this.document.synced ? this.value.current : this.initial;
	}

	/** What somebody else wrote over within a minute, the last one first. */
	get lost(): readonly OverwrittenValue[] {
		return this.lostValues.current;
	}

	bringBack(value: OverwrittenValue): void {
		this.overwritten.bringBack(value);
	}

	leave(value: OverwrittenValue): void {
		this.overwritten.leave(value);
	}

	destroy(): void {
		this.overwritten.destroy();
		this.document.destroy();
	}
}
