import { DomainError } from '../errors.ts';
import type { Action, ActionPlan } from './action-plan.ts';
import { planTree, type PlanTree } from './plan-tree.ts';

/**
 * The code of the next action under an objective: axis.objective.n, where n goes on counting the
 * actions of the axis. Codes are never given twice in a plan, and change only when somebody accepts
 * another: moving or removing an action leaves the others as they are. Throws `not_found` without such
 * an objective on an axis.
 */
export function nextActionCode(plan: ActionPlan, objectiveId: string): string {
	return freeCode(plan, planTree(plan), objectiveId);
}

/**
 * The code that an action is offered where its own does not fit where it stands: after it was moved, or with a
 * code that was given elsewhere. Undefined where it fits, where somebody kept it there, or where the action
 * stands under nothing. Until somebody accepts, its code stays.
 */
export function offeredCode(plan: ActionPlan, action: Action): string | undefined {
	const tree = planTree(plan);
	const place = tree.placeOf(action);
	if (!place?.axis || action.codeKept === place.objective.id) return undefined;
	const own = `${place.objective.code}.`;
	if (action.code.startsWith(own) && /^\d+$/.test(action.code.slice(own.length))) return undefined;
	const others = plan.actions.filter(({ id }) => id !== action.id);
	return freeCode({ ...plan, actions: others }, tree, action.objectiveId);
}

function freeCode(plan: ActionPlan, tree: PlanTree, objectiveId: string): string {
	const place = tree.placeOf({ objectiveId });
	if (!place?.axis) throw new DomainError('not_found');
	const { axis, objective } = place;
	const ofAxis = plan.actions.filter((action) => tree.placeOf(action)?.axis === axis);
	const taken = new Set(plan.actions.map(({ code }) => code));
	let n = Math.max(0, ...ofAxis.map(({ code }) => lastNumber(code))) + 1;
	while (taken.has(`${objective.code}.${n}`)) n++;
	return `${objective.code}.${n}`;
}

/** What stands after the last point of a code as a number, 0 when that is none. */
function lastNumber(code: string): number {
	const found = /(?:^|\.)(\d{1,6})$/.exec(code)?.[1];
	return found === undefined ? 0 : Number(found);
}
