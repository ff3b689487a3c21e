import { expect, test } from 'vitest';
import { PLAN_LIMITS } from './action-plan.ts';
import { parseAction } from './parse-action.ts';

const BARE = { id: 'a1', title: { ar: 'إجراء' }, position: 1 };

test('[PL1] a field that was never written reads as missing', () => {
	expect(parseAction(BARE)).toEqual({
		...BARE,
		code: '',
		objectiveId: '',
		description: '',
		level: null,
		location: '',
		beneficiaries: '',
		responsible: [],
		partners: [],
		cost: null,
		financing: [],
		start: null,
		end: null,
		indicators: [],
		risks: [],
		priority: null,
		quickWin: false,
		status: 'not_started',
		proposalIds: []
	});
});

test.each([
	['level', 'country', null],
	['cost', -1, null],
	['cost', 1.5, null],
	['cost', '5000', null],
	['start', '2026-13', null],
	['start', 'janvier 2026', null],
	['quickWin', 'yes', false],
	['status', 'lost', 'not_started'],
	['responsible', 'مجلس الجهة', []],
	['location', 'ا'.repeat(PLAN_LIMITS.name * 8 + 1), '']
])('[PL1] what is not well formed in %s reads as missing', (field, written, read) => {
	const action = parseAction({ ...BARE, location: 'فاس', [field]: written });
	expect(action[field as keyof typeof action]).toEqual(read);
	expect(action.title).toEqual(BARE.title);
});

test('[PL1] what is well formed is kept as it was written', () => {
	const written = {
		...BARE,
		code: '4.7.1',
		cost: 10_000_000,
		financing: [{ source: 'مجلس الجهة', amount: 5_000_000, status: 'negotiating' }],
		partners: [{ name: 'قطاع الفلاحة', commitment: '' }],
		start: '2026-01',
		end: '2027-06'
	};
	expect(parseAction(written)).toMatchObject(written);
});

test('[PL1] nothing that the form does not know comes through', () => {
	expect(parseAction({ ...BARE, deleted: false, html: '<b>' })).not.toHaveProperty('html');
});
