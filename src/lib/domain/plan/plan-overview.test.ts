import { expect, test } from 'vitest';
import type { Action, ActionPlan } from './action-plan.ts';
import { actionOf } from '../../../../tests/support/workshops/action-of.ts';
import { planOverview } from './plan-overview.ts';

function action(id: string, differently: Partial<Parameters<typeof actionOf>[0]>): Action {
	return actionOf({
		code: `1.1.${id}`,
		objectiveId: 'o',
		title: { ar: 'إجراء' },
		level: 'region',
		location: 'فاس',
		responsible: [{ name: 'المجلس' }],
		partners: [{ name: 'شريك', commitment: 'تمويل' }],
		cost: 100,
		financing: [{ source: 'أ', amount: 100, status: 'confirmed' }],
		start: '2025-05',
		end: '2026-01',
		indicators: [{ label: 'مؤشر' }],
		priority: 'high',
		...differently,
		id
	});
}
const plan = (...actions: Action[]): ActionPlan => ({
	title: { ar: 'خطة' },
	axes: [{ id: 'a', title: { ar: 'محور' }, position: 1 }],
	objectives: [{ id: 'o', axisId: 'a', title: { ar: 'هدف' }, position: 1 }],
	actions
});

test('[EXP7] the actions that lack required fields are named with what they lack', () => {
	const { incomplete } = planOverview(plan(action('1', {}), action('2', { level: null })));
	expect(incomplete).toEqual([
		{ id: '2', code: '1.1.2', title: { ar: 'إجراء' }, missing: ['level'] }
	]);
});

test('[DR4] money is told by axis and by how sure it is, with what has no source yet', () => {
	const overview = planOverview(
		plan(
			action('1', {}),
			action('2', {
				cost: 300,
				financing: [{ source: 'ب', amount: 50, status: 'to_mobilise' }],
				end: '2027-03'
			})
		)
	);
	expect(overview).toMatchObject({
		axes: [{ id: 'a', number: 1, cost: 400 }],
		cost: 400,
		financing: { confirmed: 100, negotiating: 0, to_mobilise: 50 },
		unfinanced: 250,
		firstStart: '2025-05',
		lastEnd: '2027-03'
	});
});

test('[DR4] an empty plan has nothing of anything', () => {
	expect(planOverview({ title: {}, axes: [], objectives: [], actions: [] })).toMatchObject({
		axes: [],
		objectives: 0,
		actions: 0,
		cost: 0,
		unfinanced: 0,
		firstStart: null,
		incomplete: []
	});
});
