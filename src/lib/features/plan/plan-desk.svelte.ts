import {
	addAction,
	addAxis,
	addObjective,
	moveEntry,
	removeEntry,
	setFields,
	setPlanTitle,
	type PlanPart
} from '#lib/board/plan-doc.ts';
import { LivePlan } from '#lib/client/live-plan.svelte.ts';
import { nextActionCode } from '#lib/domain/plan/action-code.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { assertAxisFree, assertObjectiveFree } from '#lib/domain/plan/plan-tree.ts';
import { ActionEditor } from './action-editor.ts';

/** A facilitator's desk over the live plan of a workshop; create it in the browser only. */
export class PlanDesk {
	readonly live: LivePlan;

	constructor(planId: string, initial: ActionPlan) {
		this.live = new LivePlan(planId, { account: true }, initial);
	}

	get plan(): ActionPlan {
		return this.live.plan;
	}

	get mayWrite(): boolean {
		return this.live.document.mayWrite && this.live.document.synced;
	}

	editorOf(actionId: string): ActionEditor {
		return new ActionEditor(this.live.document.doc, actionId);
	}

	setPlanTitle(locale: Locale, text: string): void {
		setPlanTitle(this.live.document.doc, { [locale]: text });
	}

	addAxis(locale: Locale, title: string): string {
		return addAxis(this.live.document.doc, { [locale]: title });
	}

	addObjective(axisId: string, locale: Locale, title: string): string {
		return addObjective(this.live.document.doc, axisId, { [locale]: title });
	}

	/** Adds an action under the next code of the objective and gives its id. */
	addAction(objectiveId: string, locale: Locale, title: string): string {
		const { doc } = this.live.document;
		const code = nextActionCode(this.plan, objectiveId);
		return addAction(doc, { [locale]: title }, { code, objectiveId });
	}

	rename(part: 'axes' | 'objectives', id: string, locale: Locale, text: string): void {
		setFields(this.live.document.doc, part, id, { title: { [locale]: text } });
	}

	move(part: PlanPart, id: string, by: -1 | 1): void {
		moveEntry(this.live.document.doc, part, id, by);
	}

	/** Throws `axis_in_use` or `objective_in_use`; undo brings an entry back. */
	remove(part: PlanPart, id: string): void {
		if (part === 'axes') assertAxisFree(this.plan, id);
		if (part === 'objectives') assertObjectiveFree(this.plan, id);
		removeEntry(this.live.document.doc, part, id);
	}

	undo(): void {
		this.live.document.undo();
	}

	destroy(): void {
		this.live.destroy();
	}
}
