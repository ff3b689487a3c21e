import type { ActionPlan } from './action-plan.ts';
import { DomainError } from '../errors.ts';

/** Where an objective stands in its plan: its axis' number, and its own counted through all axes. */
export interface ObjectivePlace {
	readonly axis: number;
	readonly objective: number;
}

/**
 * The numbers of a plan's objectives, counted from 1 in the order of the axes and then of the
 * objectives. An objective that hangs on no axis has none.
 */
export function objectivePlaces(plan: ActionPlan): ReadonlyMap<string, ObjectivePlace> {
	const places = new Map<string, ObjectivePlace>();
	for (const [index, axis] of plan.axes.entries())
		for (const objective of plan.objectives)
			if (objective.axisId === axis.id)
				places.set(objective.id, { axis: index + 1, objective: places.size + 1 });
	return places;
}

/** '4.7' for the seventh objective, which hangs on the fourth axis; '' when it hangs on none. */
export function objectiveCode(plan: ActionPlan, objectiveId: string): string {
	const place = objectivePlaces(plan).get(objectiveId);
	return place ? `${place.axis}.${place.objective}` : '';
}

/**
 * The code of the next action under an objective: axis.objective.n, where n goes on counting the
 * actions of the axis. Codes are never given twice in a plan, and never change afterwards: moving or
 * removing an action leaves the others as they are. Throws `not_found` without such an objective.
 */
export function nextActionCode(plan: ActionPlan, objectiveId: string): string {
	const places = objectivePlaces(plan);
	const place = places.get(objectiveId);
	if (!place) throw new DomainError('not_found');
	const ofAxis = plan.actions.filter(
		(action) => places.get(action.objectiveId)?.axis === place.axis
	);
	const taken = new Set(plan.actions.map((action) => action.code));
	const prefix = `${place.axis}.${place.objective}`;
	let n = Math.max(0, ...ofAxis.map((action) => lastNumber(action.code))) + 1;
	while (taken.has(`${prefix}.${n}`)) n++;
	return `${prefix}.${n}`;
}

/** What stands after the last point of a code as a number, 0 when that is none. */
function lastNumber(code: string): number {
	const found = /(?:^|\.)(\d{1,6})$/.exec(code)?.[1];
	return found === undefined ? 0 : Number(found);
}
