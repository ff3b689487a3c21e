import type { ActionPlan, FinancingStatus } from './action-plan.ts';
import { planTree } from './plan-tree.ts';

/** The plan's money in whole dirhams, and its span in months. */
export interface PlanFigures {
	readonly total: number;
	/** Axis id to amount. */
	readonly byAxis: ReadonlyMap<string, number>;
	/** Source as written to amount. */
	readonly bySource: ReadonlyMap<string, number>;
	readonly byStatus: ReadonlyMap<FinancingStatus, number>;
	/** Earliest start and latest end, YYYY-MM, null when no action has one. */
	readonly firstStart: string | null;
	readonly lastEnd: string | null;
}

/** Sums costs by axis and financing lines by source and by status. */
export function planFigures(plan: ActionPlan): PlanFigures {
	const tree = planTree(plan);
	const byAxis = new Map<string, number>();
	const bySource = new Map<string, number>();
	const byStatus = new Map<FinancingStatus, number>();
	let total = 0;
	for (const action of plan.actions) {
		const axisId = tree.placeOf(action)?.axis?.id;
		total += action.cost ?? 0;
		if (axisId !== undefined) add(byAxis, axisId, action.cost ?? 0);
		for (const line of action.financing) {
			add(bySource, line.source, line.amount);
			add(byStatus, line.status, line.amount);
		}
	}
	const starts = plan.actions.flatMap((action) => action.start ?? []).sort();
	const ends = plan.actions.flatMap((action) => action.end ?? []).sort();
	return {
		total,
		byAxis,
		bySource,
		byStatus,
		firstStart: starts[0] ?? null,
		lastEnd: ends.at(-1) ?? null
	};
}

function add<K>(sums: Map<K, number>, key: K, amount: number): void {
	sums.set(key, (sums.get(key) ?? 0) + amount);
}
