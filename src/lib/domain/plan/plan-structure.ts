import type { Action, ActionPlan, Axis, Objective } from './action-plan.ts';
import { objectivePlaces } from './action-code.ts';
import { DomainError } from '../errors.ts';

/** An objective with its number and its actions, as the outline shows it. */
export interface OutlineObjective extends Objective {
	/** axis.objective */
	readonly code: string;
	readonly actions: readonly Action[];
}

export interface OutlineAxis extends Axis {
	/** From 1 in the order of the axes. */
	readonly number: number;
	readonly objectives: readonly OutlineObjective[];
	/** The sum of its actions' costs in whole dirhams. */
	readonly cost: number;
}

/** The plan as a tree; an action whose objective is gone stands in none of its axes. */
export function planOutline(plan: ActionPlan): OutlineAxis[] {
	const places = objectivePlaces(plan);
	return plan.axes.map((axis, index) => {
		const objectives = plan.objectives
			.filter((objective) => objective.axisId === axis.id)
			.map((objective) => ({
				...objective,
				code: `${index + 1}.${places.get(objective.id)?.objective ?? 0}`,
				actions: plan.actions.filter((action) => action.objectiveId === objective.id)
			}));
		const actions = objectives.flatMap((objective) => objective.actions);
		return {
			...axis,
			number: index + 1,
			objectives,
			cost: actions.reduce((sum, action) => sum + (action.cost ?? 0), 0)
		};
	});
}

/** The actions in the order of the outline, then those that stand under no objective. */
export function actionsInOrder(plan: ActionPlan): Action[] {
	const placed = planOutline(plan).flatMap((axis) =>
		axis.objectives.flatMap((objective) => objective.actions)
	);
	return [...placed, ...plan.actions.filter((action) => !placed.includes(action))];
}

/** Throws `axis_in_use` while objectives hang on the axis. */
export function assertAxisFree(plan: ActionPlan, axisId: string): void {
	if (plan.objectives.some((objective) => objective.axisId === axisId))
		throw new DomainError('axis_in_use');
}

/** Throws `objective_in_use` while actions stand under the objective. */
export function assertObjectiveFree(plan: ActionPlan, objectiveId: string): void {
	if (plan.actions.some((action) => action.objectiveId === objectiveId))
		throw new DomainError('objective_in_use');
}
