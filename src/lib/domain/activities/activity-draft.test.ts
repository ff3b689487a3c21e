import { describe, expect, test } from 'vitest';
import { boardOf, columnsOf, writesPrivately } from './activity-setup.ts';
import type { Activity } from './activity.ts';
import { requireActivity, requireSameWriting, type ActivityDraft } from './activity-draft.ts';

const NOTES = { columns: [{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' }] };
const DRAFT: ActivityDraft = {
	kind: 'notes',
	title: { ar: 'التشخيص' },
	shortTitle: {},
	prompt: {},
	durationMinutes: 30,
	parameters: NOTES
};
const privately = { ...DRAFT, parameters: { ...NOTES, writing: 'private' } };

describe('[PV10] the way of writing', () => {
	test('is shared unless it is chosen, and where no notes are written', () => {
		expect(boardOf(requireActivity(DRAFT))?.writing).toBe('shared');
		expect(boardOf(requireActivity(privately))?.writing).toBe('private');
		expect(writesPrivately(requireActivity({ ...privately, kind: 'plenary' }))).toBe(false);
		const odd = { ...DRAFT, parameters: { ...NOTES, writing: 'secret' } };
		expect(() => requireActivity(odd)).toThrow(
			expect.objectContaining({ code: 'invalid_input', details: { field: 'writing' } })
		);
	});

	test('changes until the activity was opened for the first time', () => {
		const next = requireActivity(privately);
		const present = (opened: boolean): Activity => ({
			...requireActivity(DRAFT),
			id: 'a',
			workshopId: 'w',
			startTime: null,
			position: 1,
			groupingId: 'g',
			opened
		});
		expect(() => requireSameWriting(present(false), next)).not.toThrow();
		expect(() => requireSameWriting(present(true), next)).toThrow(
			expect.objectContaining({ code: 'writing_fixed', details: { name: 'التشخيص' } })
		);
		expect(() => requireSameWriting(present(true), requireActivity(DRAFT))).not.toThrow();
	});
});

const column = NOTES.columns[0];

describe('[AG8] parameters are checked by their kind', () => {
	test.each([
		['no columns', 'notes', {}, 'columns'],
		['columns of another shape', 'notes', { columns: 'S' }, 'columns'],
		['an unknown colour', 'notes', { columns: [{ ...column, color: 'red' }] }, 'columns.0.color'],
		['no text at all', 'notes', { columns: [{ ...column, name: 4 }] }, 'columns.0.name'],
		['an unknown place of clusters', 'notes', { ...NOTES, clusters: 'far' }, 'clusters'],
		['half a dot', 'vote', { vote: { method: 'dots', budget: 1.5, cap: 1 } }, 'vote.budget'],
		['no dot', 'vote', { vote: { method: 'dots', budget: 1, cap: 0 } }, 'vote.cap'],
		['too many dots', 'vote', { vote: { method: 'dots', budget: 21, cap: 1 } }, 'vote.budget'],
		['a cap over the budget', 'vote', { vote: { method: 'dots', budget: 2, cap: 3 } }, 'vote.cap'],
		['an unknown way of voting', 'vote', { vote: { method: 'shouting' } }, 'vote.method'],
		['no way of voting', 'vote', { vote: { budget: 2, cap: 1 } }, 'vote.method'],
		['nothing', 'notes', null, 'parameters']
	] as const)('%s is refused with its place', (_what, kind, parameters, field) => {
		expect(() => requireActivity({ ...DRAFT, kind, parameters })).toThrow(
			expect.objectContaining({ code: 'invalid_input', details: { field } })
		);
	});

	test('a list over its limit and a text over its own are told as such', () => {
		const many = Array.from({ length: 9 }, (_, index) => ({ ...column, id: `C${index}` }));
		expect(() => requireActivity({ ...DRAFT, parameters: { columns: many } })).toThrow(
			expect.objectContaining({ code: 'too_many_items', details: { limit: 8 } })
		);
		expect(
			columnsOf(requireActivity({ ...DRAFT, parameters: { columns: many.slice(1) } }))
		).toHaveLength(8);
		const long = { columns: [{ ...column, name: { ar: 'ك'.repeat(41) } }] };
		expect(() => requireActivity({ ...DRAFT, parameters: long })).toThrow(
			expect.objectContaining({ code: 'text_too_long' })
		);
		const blank = { columns: [{ ...column, name: { fr: ' ' } }] };
		expect(() => requireActivity({ ...DRAFT, parameters: blank })).toThrow(
			expect.objectContaining({ code: 'text_empty', details: { field: 'columns' } })
		);
	});

	test('what is left out takes its default, at its limits it stands, and what is unknown is dropped', () => {
		expect(requireActivity({ ...DRAFT, parameters: { ...NOTES, speakers: 4 } }).parameters).toEqual(
			{
				...NOTES,
				writing: 'shared',
				clusters: 'together',
				vote: null
			}
		);
		const vote = { method: 'dots', budget: 20, cap: 20 };
		expect(requireActivity({ ...DRAFT, kind: 'vote', parameters: {} }).parameters).toEqual({
			vote: { method: 'dots', budget: 5, cap: 2 }
		});
		expect(requireActivity({ ...DRAFT, kind: 'vote', parameters: { vote } }).parameters).toEqual({
			vote
		});
		expect(requireActivity({ ...DRAFT, kind: 'break', parameters: NOTES }).parameters).toEqual({});
	});

	test('an unknown kind is refused', () => {
		const odd = { ...DRAFT, kind: 'dance' } as unknown as ActivityDraft;
		expect(() => requireActivity(odd)).toThrow(
			expect.objectContaining({ code: 'invalid_input', details: { field: 'kind' } })
		);
	});
});
