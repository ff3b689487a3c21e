import { DomainError } from '../errors.ts';
import type { Action, ActionPlan, Axis, Objective } from './action-plan.ts';

/** An objective with its number and its actions. */
export interface TreeObjective extends Objective {
	/** axis.objective, as 4.7 for the seventh objective, which hangs on the fourth axis; '' when it hangs on none. */
	readonly code: string;
	readonly actions: readonly Action[];
}

export interface TreeAxis extends Axis {
	/** From 1 in the order of the axes. */
	readonly number: number;
	readonly objectives: readonly TreeObjective[];
	/** The sum of its actions' costs in whole dirhams. */
	readonly cost: number;
}

/**
 * The plan as everybody tells it: page, readiness, documents, sheet and data. Objectives are counted through
 * all axes. What hangs on nothing stays within reach, after the axes: objectives whose axis is gone, with
 * their actions, then the actions whose objective is gone.
 */
export interface PlanTree {
	readonly axes: readonly TreeAxis[];
	readonly looseObjectives: readonly TreeObjective[];
	readonly looseActions: readonly Action[];
	/** Every action in the order of the tree. */
	readonly actions: readonly Action[];
	/** Where an action stands; undefined for one under no objective. */
	placeOf(action: Pick<Action, 'objectiveId'>): ActionPlace | undefined;
}

/** `axis` is undefined where the objective hangs on none. */
export interface ActionPlace {
	readonly axis: TreeAxis | undefined;
	readonly objective: TreeObjective;
}

export function planTree(plan: ActionPlan): PlanTree {
	const objectives = inOrder(plan.objectives);
	const byObjective = Map.groupBy(inOrder(plan.actions), ({ objectiveId }) => objectiveId);
	let counted = 0;
	const places = new Map<string, ActionPlace>();
	const axes = inOrder(plan.axes).map((axis, at): TreeAxis => {
		const number = at + 1;
		const own = objectives
			.filter(({ axisId }) => axisId === axis.id)
			.map((objective) => ({
				...objective,
				code: `${number}.${++counted}`,
				actions: byObjective.get(objective.id) ?? []
			}));
		const cost = sum(own.flatMap(({ actions }) => actions).map((action) => action.cost ?? 0));
		const made = { ...axis, number, objectives: own, cost };
		for (const objective of own) places.set(objective.id, { axis: made, objective });
		return made;
	});
	const looseObjectives = objectives
		.filter(({ id }) => !places.has(id))
		.map((objective) => ({
			...objective,
			code: '',
			actions: byObjective.get(objective.id) ?? []
		}));
	for (const objective of looseObjectives) places.set(objective.id, { axis: undefined, objective });
	const looseActions = inOrder(plan.actions).filter(({ objectiveId }) => !places.has(objectiveId));
	return {
		axes,
		looseObjectives,
		looseActions,
		actions: [
			...axes.flatMap((axis) => axis.objectives.flatMap(({ actions }) => actions)),
			...looseObjectives.flatMap(({ actions }) => actions),
			...looseActions
		],
		placeOf: ({ objectiveId }) => places.get(objectiveId)
	};
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

function inOrder<T extends { readonly id: string; readonly position: number }>(
	entries: readonly T[]
): T[] {
	return entries.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
