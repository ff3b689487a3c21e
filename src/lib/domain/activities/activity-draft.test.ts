import { describe, expect, test } from 'vitest';
import type { Activity } from './activity.ts';
import { requireActivity, requireSameWriting, type ActivityDraft } from './activity-draft.ts';

const DRAFT: ActivityDraft = {
	kind: 'notes',
	title: { ar: 'التشخيص' },
	shortTitle: {},
	prompt: {},
	durationMinutes: 30,
	columns: [{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' }],
	vote: null
};

describe('[PV10] the way of writing', () => {
	test('is shared unless it is chosen, and where no notes are written', () => {
		expect(requireActivity(DRAFT).writing).toBe('shared');
		expect(requireActivity({ ...DRAFT, writing: 'private' }).writing).toBe('private');
		expect(requireActivity({ ...DRAFT, kind: 'plenary', writing: 'private' }).writing).toBe(
			'shared'
		);
		const odd = { ...DRAFT, writing: 'secret' } as unknown as ActivityDraft;
		expect(() => requireActivity(odd)).toThrow(
			expect.objectContaining({ code: 'invalid_input', details: { field: 'writing' } })
		);
	});

	test('changes until the activity was opened for the first time', () => {
		const next = requireActivity({ ...DRAFT, writing: 'private' });
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
