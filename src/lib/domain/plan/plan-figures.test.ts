import { expect, test } from 'vitest';
import type { ActionPlan } from './action-plan.ts';
import { actionOf } from '../../../../tests/support/workshops/action-of.ts';
import { planFigures } from './plan-figures.ts';
import { assertAxisFree, assertObjectiveFree, planTree } from './plan-tree.ts';

const action = (
	id: string,
	objectiveId: string,
	fields: Partial<Parameters<typeof actionOf>[0]> = {}
) => actionOf({ ...fields, id, code: id, objectiveId });

const PLAN: ActionPlan = {
	title: {},
	axes: [
		{ id: 'a1', title: {}, position: 1 },
		{ id: 'a2', title: {}, position: 2 }
	],
	objectives: [
		{ id: 'o1', axisId: 'a2', title: {}, position: 1 },
		{ id: 'o2', axisId: 'a1', title: {}, position: 2 }
	],
	actions: [
		action('x', 'o1', {
			cost: 10,
			start: '2026-03',
			end: '2028-01',
			financing: [
				{ source: 'مجلس الجهة', amount: 7, status: 'confirmed' },
				{ source: 'الفلاحة', amount: 3, status: 'to_mobilise' }
			]
		}),
		action('y', 'o2', {
			cost: 5,
			start: '2025-12',
			financing: [{ source: 'مجلس الجهة', amount: 5, status: 'confirmed' }]
		}),
		action('z', 'gone', { cost: 1 })
	]
};

test('[PL8] costs add up by axis, financing by source and by status', () => {
	const figures = planFigures(PLAN);
	expect(figures.total).toBe(16);
	expect(Object.fromEntries(figures.byAxis)).toEqual({ a1: 5, a2: 10 });
	expect(Object.fromEntries(figures.bySource)).toEqual({ 'مجلس الجهة': 12, الفلاحة: 3 });
	expect(Object.fromEntries(figures.byStatus)).toEqual({ confirmed: 12, to_mobilise: 3 });
});

test('[PL8] what is missing adds up by action, and a surplus fills no gap of another', () => {
	const line = (amount: number) => [{ source: 'أ', amount, status: 'confirmed' as const }];
	const actions = [
		action('short', 'o1', { cost: 10, financing: line(4) }),
		action('bare', 'o1', { cost: 5 }),
		action('over', 'o2', { cost: 10, financing: line(13) }),
		action('unpriced', 'o2', { financing: line(100) })
	];
	const figures = planFigures({ ...PLAN, actions });
	expect(figures).toMatchObject({ total: 25, unfinanced: 11, overfinanced: 3 });
	expect(planFigures(PLAN)).toMatchObject({ unfinanced: 1, overfinanced: 0 });
});

test('[PL8] the span runs from the earliest start to the latest end', () => {
	expect(planFigures(PLAN)).toMatchObject({ firstStart: '2025-12', lastEnd: '2028-01' });
	const empty = planFigures({ title: {}, axes: [], objectives: [], actions: [] });
	expect(empty).toMatchObject({ total: 0, firstStart: null, lastEnd: null });
});

test('[PL2] the outline numbers objectives through the axes, whatever order they were made in', () => {
	const [first, second] = planTree(PLAN).axes;
	expect(first).toMatchObject({ number: 1, cost: 5, objectives: [{ id: 'o2', code: '1.1' }] });
	expect(second).toMatchObject({ number: 2, cost: 10, objectives: [{ id: 'o1', code: '2.2' }] });
});

test('[PL12] what hangs on nothing stays within reach, after the others, and has no number', () => {
	const orphan = { id: 'o3', axisId: 'gone', title: {}, position: 0 };
	const plan = {
		...PLAN,
		objectives: [orphan, ...PLAN.objectives],
		actions: [action('w', 'o3'), ...PLAN.actions]
	};
	const tree = planTree(plan);
	expect(tree.actions.map(({ id }) => id)).toEqual(['y', 'x', 'w', 'z']);
	expect(tree.axes.map(({ objectives }) => objectives.map(({ code }) => code))).toEqual([
		['1.1'],
		['2.2']
	]);
	expect(tree.looseObjectives).toMatchObject([{ id: 'o3', code: '', actions: [{ id: 'w' }] }]);
	expect(tree.looseActions.map(({ id }) => id)).toEqual(['z']);
	expect(tree.placeOf({ objectiveId: 'o3' })?.axis).toBeUndefined();
	expect(planFigures(plan).byAxis.has('gone')).toBe(false);
});

test('[PL12] the order of the tree is that of positions, whatever order the plan was handed in', () => {
	const backwards = {
		...PLAN,
		axes: PLAN.axes.toReversed(),
		objectives: PLAN.objectives.toReversed(),
		actions: PLAN.actions.toReversed()
	};
	const told = (plan: ActionPlan) =>
		planTree(plan).axes.map(({ id, number, objectives }) => [id, number, objectives]);
	expect(told(backwards)).toEqual(told(PLAN));
});

test('[PL6] what still holds something is not removed', () => {
	expect(() => assertAxisFree(PLAN, 'a1')).toThrow('axis_in_use');
	expect(() => assertObjectiveFree(PLAN, 'o1')).toThrow('objective_in_use');
	expect(() => assertAxisFree({ ...PLAN, objectives: [] }, 'a1')).not.toThrow();
	expect(() => assertObjectiveFree({ ...PLAN, actions: [] }, 'o1')).not.toThrow();
});
