import { expect, test } from 'vitest';
import { actionOf } from '../../../../tests/support/workshops/action-of.ts';
import { REQUIRED_FIELDS } from './action-fields.ts';
import type { Action, ActionPlan } from './action-plan.ts';
import { planTree } from './plan-tree.ts';
import { readinessOf } from './readiness.ts';

const PARTS = {
	id: 'a1',
	code: '4.7.1',
	objectiveId: 'o',
	title: { fr: 'Fonds de garantie' },
	level: 'region',
	location: 'فاس',
	responsible: [{ name: 'مجلس الجهة' }],
	partners: [{ name: 'قطاع الفلاحة', commitment: 'تمويل' }],
	cost: 10,
	financing: [
		{ source: 'مجلس الجهة', amount: 6, status: 'confirmed' },
		{ source: 'القطاع الخاص', amount: 4, status: 'to_mobilise' }
	],
	start: '2026-01',
	end: '2026-01',
	indicators: [{ label: 'قروض', baseline: '0', target: '5' }],
	risks: [{ label: 'تأخر' }],
	priority: 'high'
} as const;

/** What an action lacks in a plan of one axis with one objective. */
function readinessIn(
	action: Action,
	titles: { readonly axis?: string; readonly objective?: string } = {}
) {
	const { axis = 'محور', objective = 'هدف' } = titles;
	const plan: ActionPlan = {
		title: {},
		axes: [{ id: 'a', title: { ar: axis }, position: 1 }],
		objectives: [{ id: 'o', axisId: 'a', title: { ar: objective }, position: 1 }],
		actions: [action]
	};
	return readinessOf(action, planTree(plan).placeOf(action));
}

test('[PL5] an action with the 14 required fields is ready', () => {
	expect(REQUIRED_FIELDS).toHaveLength(14);
	expect(readinessIn(actionOf(PARTS))).toEqual({ ready: 14, missing: [], riskMissing: false });
});

test('[PL5] a fresh action has its code, its place, its title and its status', () => {
	const fresh = actionOf({ id: 'a', code: '1.1.1', objectiveId: 'o', title: { ar: 'إجراء' } });
	expect(readinessIn(fresh).ready).toBe(5);
});

test.each([
	['code', { code: '', codeKept: 'o' }],
	['financing', { financing: [] }],
	['financing', { cost: 11 }],
	['schedule', { start: '2026-02' }],
	['schedule', { end: null }],
	['title', { title: { ar: '  ' } }],
	['responsible', { responsible: [] }],
	['responsible', { responsible: [{ name: ' ' }] }],
	['partners', { partners: [] }],
	['partners', { partners: [{ name: 'قطاع الفلاحة' }] }],
	['partners', { partners: [...PARTS.partners, { name: 'الغرفة', commitment: ' ' }] }],
	['indicators', { indicators: [{ label: ' ', target: '5' }] }],
	['level', { level: null }],
	['location', { location: ' ' }]
] as const)('[PL5] %s is missing', (field, change) => {
	expect(readinessIn(actionOf({ ...PARTS, ...change }))).toMatchObject({
		ready: 13,
		missing: [field]
	});
});

test('[PL5] an axis or an objective without a title, or without one at all, does not count', () => {
	const action = actionOf(PARTS);
	expect(readinessIn(action, { objective: ' ' }).missing).toEqual(['strategic_objective']);
	expect(readinessIn(action, { axis: '' }).missing).toEqual(['axis']);
	expect(readinessIn(actionOf({ ...PARTS, objectiveId: 'gone' })).missing).toEqual([
		'axis',
		'strategic_objective'
	]);
});

test('[PL5] without a cost the financing has nothing to add up to', () => {
	expect(readinessIn(actionOf({ ...PARTS, cost: null })).missing).toEqual(['cost', 'financing']);
});

test('[PL5] a missing risk is a warning and does not count', () => {
	expect(readinessIn(actionOf({ ...PARTS, risks: [{ label: '' }] }))).toEqual({
		ready: 14,
		missing: [],
		riskMissing: true
	});
});
