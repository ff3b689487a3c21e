import { FINANCING_STATUSES, type RequiredField } from './action-fields.ts';
import type { ActionPlan, FinancingStatus } from './action-plan.ts';
import type { LocalizedText } from '../text/locale.ts';
import { planFigures } from './plan-figures.ts';
import { planTree } from './plan-tree.ts';
import { readinessOf } from './readiness.ts';

/** A plan at a glance: what stands on its cover, its money and what it still lacks. Amounts are whole dirhams. */
export interface PlanOverview {
	readonly title: LocalizedText;
	readonly axes: readonly AxisCost[];
	readonly objectives: number;
	readonly actions: number;
	readonly cost: number;
	readonly financing: Readonly<Record<FinancingStatus, number>>;
	/** What no financing line covers yet, action by action. */
	readonly unfinanced: number;
	/** Months as YYYY-MM, null while no action has one. */
	readonly firstStart: string | null;
	readonly lastEnd: string | null;
	/** The actions that lack required fields, in the plan's order. */
	readonly incomplete: readonly IncompleteAction[];
}

/** `number` counts from 1. */
export interface AxisCost {
	readonly id: string;
	readonly number: number;
	readonly title: LocalizedText;
	readonly cost: number;
}

export interface IncompleteAction {
	readonly id: string;
	readonly code: string;
	readonly title: LocalizedText;
	readonly missing: readonly RequiredField[];
}

/** Rule [EXP7]. */
export function planOverview(plan: ActionPlan): PlanOverview {
	const tree = planTree(plan);
	const figures = planFigures(plan);
	const financing = Object.fromEntries(
		FINANCING_STATUSES.map((status) => [status, figures.byStatus.get(status) ?? 0])
	) as Record<FinancingStatus, number>;
	return {
		title: plan.title,
		axes: tree.axes.map(({ id, number, title, cost }) => ({ id, number, title, cost })),
		objectives: plan.objectives.length,
		actions: plan.actions.length,
		cost: figures.total,
		financing,
		unfinanced: figures.unfinanced,
		firstStart: figures.firstStart,
		lastEnd: figures.lastEnd,
		incomplete: tree.actions.flatMap((action) => {
			const { missing } = readinessOf(action, tree.placeOf(action));
			const { id, code, title } = action;
			return missing.length > 0 ? [{ id, code, title, missing }] : [];
		})
	};
}
