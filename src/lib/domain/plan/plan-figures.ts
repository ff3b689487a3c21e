import { financed } from './action-money.ts';
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
	/** What no financing line covers of the actions' costs. A surplus of one fills no gap of another. */
	readonly unfinanced: number;
	/** What the lines of actions have beyond their costs, those without a cost left out. */
	readonly overfinanced: number;
	/** Earliest start and latest end, YYYY-MM, null when no action has one. */
	readonly firstStart: string | null;
	readonly lastEnd: string | null;
}

/** Sums costs by axis, financing lines by source and by status, and by action what is missing or too much. */
export function planFigures(plan: ActionPlan): PlanFigures {
	const tree = planTree(plan);
	const byAxis = new Map<string, number>();
	const bySource = new Map<string, number>();
	const byStatus = new Map<FinancingStatus, number>();
	let total = 0;
	let unfinanced = 0;
	let overfinanced = 0;
	for (const action of plan.actions) {
		const axisId = tree.placeOf(action)?.axis?.id;
		total += action.cost ?? 0;
		if (axisId !== undefined) add(byAxis, axisId, action.cost ?? 0);
		if (action.cost !== null) {
			const gap = action.cost - financed(action);
			unfinanced += Math.max(0, gap);
			overfinanced += Math.max(0, -gap);
		}
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
		unfinanced,
		overfinanced,
		firstStart: starts[0] ?? null,
		lastEnd: ends.at(-1) ?? null
	};
}

function add<K>(sums: Map<K, number>, key: K, amount: number): void {
	sums.set(key, (sums.get(key) ?? 0) + amount);
}
