import { expect, test } from 'vitest';
import { ACTION_PARTS, FIELD_KEYS, LIST_NAMES, PART_NAMES } from './action-fields.ts';
import { actionOf } from '../../../../tests/support/workshops/action-of.ts';
import { filledParts, isFilled, parseAction } from './parse-action.ts';
import { unitsOf } from './part-value.ts';

const BARE = { id: 'a1', title: { ar: 'إجراء' }, position: 1 };

test('[PL13] the sheet has the 38 fields of the form, and a part belongs to one of them', () => {
	expect(FIELD_KEYS).toHaveLength(38);
	expect(new Set(PART_NAMES).size).toBe(PART_NAMES.length);
	expect(LIST_NAMES).toContain('responsible');
});

test('[PL1] a field that was never written reads as missing', () => {
	const action = parseAction(BARE);
	expect(filledParts(action)).toEqual(BARE);
	expect(FIELD_KEYS.filter((key) => isFilled(action, key))).toEqual(['title']);
	expect(action).toMatchObject({ code: '', cost: null, status: 'not_started', responsible: [] });
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
	['objectiveId', 'a b', ''],
	['crossCutting', ['gender', 'none'], ['gender']],
	['physicalProgress', 101, null],
	['responsible', 'مجلس الجهة', []],
	['responsible', [null, { name: 'x' }, { id: 'r1', name: 5 }], [{ id: 'r1', name: '' }]],
	['location', 'ا'.repeat(unitsOf(ACTION_PARTS.location) + 1), '']
])('[PL1] what is not well formed in %s reads as missing', (field, written, read) => {
	const action = parseAction({ ...BARE, location: 'فاس', [field]: written });
	expect(action[field as keyof typeof action]).toEqual(read);
	expect(action.title).toEqual(BARE.title);
});

test('[PL14] a line reads up to the bound that the gate has, and a text stays whole', () => {
	const bound = 'ا'.repeat(unitsOf(ACTION_PARTS.location));
	const long = 'ا'.repeat(unitsOf(ACTION_PARTS.remarks) + 1);
	expect(parseAction({ ...BARE, location: bound, remarks: long })).toMatchObject({
		location: bound,
		remarks: long
	});
});

test('[PL1] what is well formed is read again as it was stored', () => {
	const action = actionOf({
		...BARE,
		code: '4.7.1',
		cost: 10_000_000,
		financing: [{ source: 'مجلس الجهة', amount: 5_000_000, status: 'negotiating' }, {}],
		partners: [{ name: 'قطاع الفلاحة' }],
		start: '2026-01',
		crossCutting: ['youth'],
		proposalIds: ['p1']
	});
	const stored = filledParts(action);
	expect(Object.keys(stored)).toEqual(Object.keys(stored).toSorted());
	expect(stored.financing).toEqual([
		{ amount: 5_000_000, id: 'financing1', source: 'مجلس الجهة', status: 'negotiating' },
		{ id: 'financing2' }
	]);
	expect(parseAction({ ...BARE, ...stored })).toEqual(action);
});

test('[PL1] nothing that the form does not know comes through', () => {
	expect(parseAction({ ...BARE, deleted: false, html: '<b>' })).not.toHaveProperty('html');
});
