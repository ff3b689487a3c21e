import { expect, test } from 'vitest';
import type { Action } from './action-plan.ts';
import { parseAction } from './parse-action.ts';
import { readinessOf, REQUIRED_FIELDS } from './readiness.ts';

const WHOLE: Action = parseAction({
	id: 'a1',
	code: '4.7.1',
	objectiveId: 'o7',
	title: { fr: 'Fonds de garantie' },
	level: 'region',
	location: 'فاس',
	responsible: ['مجلس الجهة'],
	partners: [{ name: 'قطاع الفلاحة', commitment: '' }],
	cost: 10,
	financing: [
		{ source: 'مجلس الجهة', amount: 6, status: 'confirmed' },
		{ source: 'القطاع الخاص', amount: 4, status: 'to_mobilise' }
	],
	start: '2026-01',
	end: '2026-01',
	indicators: [{ label: 'قروض', baseline: '0', target: '5', unit: '', source: '' }],
	risks: [{ label: 'تأخر', level: null, mitigation: '' }],
	priority: 'high',
	status: 'not_started',
	position: 1
});

test('[PL5] an action with the 14 required fields is ready', () => {
	expect(REQUIRED_FIELDS).toHaveLength(14);
	expect(readinessOf(WHOLE)).toEqual({ ready: 14, missing: [], riskMissing: false });
});

test('[PL5] a fresh action has its code, its place, its title and its status', () => {
	const fresh = parseAction({
		id: 'a',
		code: '1.1.1',
		objectiveId: 'o',
		title: { ar: 'إجراء' },
		position: 1
	});
	expect(readinessOf(fresh).ready).toBe(5);
});

test.each([
	['financing', { financing: [] }],
	['financing', { cost: 11 }],
	['schedule', { start: '2026-02' }],
	['schedule', { end: null }],
	['title', { title: { ar: '  ' } }],
	['responsible', { responsible: [] }],
	['indicators', { indicators: [{ label: ' ', baseline: '', target: '', unit: '', source: '' }] }],
	['level', { level: null }]
] as const)('[PL5] %s is missing', (field, change) => {
	expect(readinessOf({ ...WHOLE, ...change })).toMatchObject({ ready: 13, missing: [field] });
});

test('[PL5] without a cost the financing has nothing to add up to', () => {
	expect(readinessOf({ ...WHOLE, cost: null }).missing).toEqual(['cost', 'financing']);
});

test('[PL5] a missing risk is a warning and does not count', () => {
	expect(readinessOf({ ...WHOLE, risks: [] })).toEqual({
		ready: 14,
		missing: [],
		riskMissing: true
	});
});
