import { expect, test } from 'vitest';
import type { ActionPlan } from './action-plan.ts';
import { actionOf } from '../../../../tests/support/workshops/action-of.ts';
import { nextActionCode, offeredCode } from './action-code.ts';
import { planTree } from './plan-tree.ts';

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
			actionOf({ id: `x${position}`, code, objectiveId }, position)
		)
	};
}

test('[PL2] objectives count through all axes', () => {
	const tree = planTree(planOf([2, 2, 2, 2, 2]));
	const codeOf = (objectiveId: string) => tree.placeOf({ objectiveId })?.objective.code;
	expect(codeOf('o1')).toBe('1.1');
	expect(codeOf('o7')).toBe('4.7');
	expect(codeOf('o10')).toBe('5.10');
	expect(codeOf('gone')).toBeUndefined();
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

test('[PL11] an action is offered the code of where it was moved, and keeps its own until then', () => {
	const plan = planOf(
		[1, 1],
		[
			['o1', '1.1.1'],
			['o2', '2.2.1'],
			['o2', '1.1.2']
		]
	);
	const [stays, , moved] = plan.actions;
	expect(stays && offeredCode(plan, stays)).toBeUndefined();
	expect(moved && offeredCode(plan, moved)).toBe('2.2.2');
	const accepted = moved && { ...moved, code: '2.2.2' };
	expect(accepted && offeredCode(plan, accepted)).toBeUndefined();
});

test('[PL11] who kept a code is not asked again under the same objective', () => {
	const plan = planOf([1, 1], [['o2', 'PDR-7']]);
	const [imported] = plan.actions;
	expect(imported && offeredCode(plan, imported)).toBe('2.2.1');
	expect(imported && offeredCode(plan, { ...imported, codeKept: 'o2' })).toBeUndefined();
	expect(imported && offeredCode(plan, { ...imported, codeKept: 'o2', objectiveId: 'o1' })).toBe(
		'1.1.1'
	);
	expect(imported && offeredCode(plan, { ...imported, objectiveId: 'gone' })).toBeUndefined();
});
