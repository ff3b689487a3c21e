import { expect, test } from 'vitest';
import type { ActionPlan } from './action-plan.ts';
import { parseAction } from './parse-action.ts';
import { planFigures } from './plan-figures.ts';
import {
	actionsInOrder,
	assertAxisFree,
	assertObjectiveFree,
	planOutline
} from './plan-structure.ts';

const action = (id: string, objectiveId: string, fields: Record<string, unknown> = {}) =>
	parseAction({ id, code: id, objectiveId, title: {}, position: 1, ...fields });

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

test('[PL8] the span runs from the earliest start to the latest end', () => {
	expect(planFigures(PLAN)).toMatchObject({ firstStart: '2025-12', lastEnd: '2028-01' });
	const empty = planFigures({ title: {}, axes: [], objectives: [], actions: [] });
	expect(empty).toMatchObject({ total: 0, firstStart: null, lastEnd: null });
});

test('[PL2] the outline numbers objectives through the axes, whatever order they were made in', () => {
	const [first, second] = planOutline(PLAN);
	expect(first).toMatchObject({ number: 1, cost: 5, objectives: [{ id: 'o2', code: '1.1' }] });
	expect(second).toMatchObject({ number: 2, cost: 10, objectives: [{ id: 'o1', code: '2.2' }] });
});

test('[PL3] an action without an objective stays within reach, after the others', () => {
	expect(actionsInOrder(PLAN).map(({ id }) => id)).toEqual(['y', 'x', 'z']);
});

test('[PL6] what still holds something is not removed', () => {
	expect(() => assertAxisFree(PLAN, 'a1')).toThrow('axis_in_use');
	expect(() => assertObjectiveFree(PLAN, 'o1')).toThrow('objective_in_use');
	expect(() => assertAxisFree({ ...PLAN, objectives: [] }, 'a1')).not.toThrow();
	expect(() => assertObjectiveFree({ ...PLAN, actions: [] }, 'o1')).not.toThrow();
});
