import { expect, test } from 'vitest';
import type { ActionPlan } from './action-plan.ts';
import { nextActionCode, objectiveCode } from './action-code.ts';
import { parseAction } from './parse-action.ts';

/** A plan whose axes have the given numbers of objectives o1, o2, …, with actions as [objective, code]. */
function planOf(objectives: number[], actions: [string, string][] = []): ActionPlan {
	const of = objectives.flatMap((count, axis) =>
		Array.from({ length: count }, () => `a${axis + 1}`)
	);
	return {
		title: {},
		axes: objectives.map((_, index) => ({ id: `a${index + 1}`, title: {}, position: index })),
		objectives: of.map((axisId, index) => ({
			id: `o${index + 1}`,
			axisId,
			title: {},
			position: index
		})),
		actions: actions.map(([objectiveId, code], position) =>
			parseAction({ id: `x${position}`, code, objectiveId, title: {}, position })
		)
	};
}

test('[PL2] objectives count through all axes', () => {
	const plan = planOf([2, 2, 2, 2, 2]);
	expect(objectiveCode(plan, 'o1')).toBe('1.1');
	expect(objectiveCode(plan, 'o7')).toBe('4.7');
	expect(objectiveCode(plan, 'o10')).toBe('5.10');
	expect(objectiveCode(plan, 'gone')).toBe('');
});

test('[PL2] actions count within their axis', () => {
	const plan = planOf(
		[2, 2, 2, 2, 2],
		[
			['o7', '4.7.1'],
			['o9', '5.9.1'],
			['o9', '5.9.2'],
			['o10', '5.10.3']
		]
	);
	expect(nextActionCode(plan, 'o7')).toBe('4.7.2');
	expect(nextActionCode(plan, 'o8')).toBe('4.8.2');
	expect(nextActionCode(plan, 'o10')).toBe('5.10.4');
	expect(nextActionCode(plan, 'o1')).toBe('1.1.1');
});

test('[PL2] a code is never given twice, whatever was imported or removed', () => {
	const plan = planOf(
		[1],
		[
			['o1', 'PDR-7'],
			['o1', '1.1.4'],
			['elsewhere', '1.1.5']
		]
	);
	expect(nextActionCode(plan, 'o1')).toBe('1.1.6');
});

test('[PL2] without the objective there is no code', () => {
	expect(() => nextActionCode(planOf([1]), 'o9')).toThrow('not_found');
});
