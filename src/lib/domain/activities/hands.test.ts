import { describe, expect, test } from 'vitest';
import type { Stage } from '../stage/stage.ts';
import { requireActivity } from './activity-draft.ts';
import { phasesOf } from './activity-phase.ts';
import type { SetupOf } from './activity-setup.ts';
import { fitsState, requireState, stateOn } from './activity-state.ts';
import { allHands, handsFor, type HandsOption } from './hands.ts';

const options = (...ids: readonly string[]): HandsOption[] =>
	ids.map((id) => ({ id, text: { ar: `خيار ${id}` } }));
const poll = (...ids: readonly string[]): SetupOf<'hands'> => ({
	kind: 'hands',
	parameters: { options: options(...ids) }
});
const counted = (hands: Readonly<Record<string, unknown>>) => ({
	counts: Object.entries(hands).map(([id, number]) => ({ id, hands: number }))
});
const draft = (parameters: unknown) => ({
	kind: 'hands' as const,
	parameters,
	title: { ar: 'متى نجتمع؟' },
	shortTitle: {},
	prompt: {},
	durationMinutes: 10
});

describe('[HA1] a poll of hands has two to six options', () => {
	test.each([[['A', 'B']], [['A', 'B', 'C', 'D', 'E', 'F']]])('%s are taken', (ids) => {
		const parameters = { options: options(...ids) };
		expect(requireActivity(draft(parameters)).parameters).toEqual(parameters);
		expect(phasesOf(poll(...ids))).toEqual(['talk']);
	});

	test.each([
		['one', { options: options('A') }, 'invalid_input', { field: 'options' }],
		[
			'seven',
			{ options: options('A', 'B', 'C', 'D', 'E', 'F', 'G') },
			'too_many_items',
			{ limit: 6 }
		],
		['the same twice', { options: options('A', 'A') }, 'invalid_input', { field: 'options' }],
		['an id of signs', { options: options('A', '__proto__') }, 'invalid_input', undefined],
		['none at all', {}, 'invalid_input', { field: 'options' }],
		[
			'one without words',
			{ options: [...options('A'), { id: 'B', text: {} }] },
			'text_empty',
			{ field: 'options' }
		],
		[
			'one that is too long',
			{ options: [...options('A'), { id: 'B', text: { fr: 'x'.repeat(81) } }] },
			'text_too_long',
			{ limit: 80, length: 81 }
		]
	] as const)('%s is refused', (_what, parameters, code, details) => {
		expect(() => requireActivity(draft(parameters))).toThrow(
			expect.objectContaining({ code, ...(details && { details }) }) as Error
		);
	});
});

describe('[HA2] a whole number of hands is entered for each option', () => {
	test.each([[0], [2], [2000]])('%d hands are taken, few as many', (hands) => {
		const state = requireState(poll('A', 'B'), counted({ A: hands, B: 1 }));
		expect(state).toEqual(counted({ A: hands, B: 1 }));
		expect(handsFor(state, 'A')).toBe(hands);
		expect(allHands(state)).toBe(hands + 1);
	});

	test.each([
		['a negative number', counted({ A: -1, B: 0 })],
		['a part of a hand', counted({ A: 0.5, B: 0 })],
		['no number', counted({ A: Number.NaN, B: 0 })],
		['a text', counted({ A: '3', B: 0 })],
		['too many hands', counted({ A: 2001, B: 0 })],
		['an option left out', counted({ A: 1 })],
		['an option that is none', counted({ A: 1, Z: 1 })],
		['one more than there are', counted({ A: 1, B: 1, Z: 1 })],
		['an option twice', { counts: [...counted({ A: 1 }).counts, ...counted({ A: 2 }).counts] }],
		['nothing', undefined]
	])('%s is refused', (_what, given) => {
		expect(() => requireState(poll('A', 'B'), given)).toThrow(
			expect.objectContaining({ code: 'invalid_input' }) as Error
		);
	});

	test('nothing is counted before', () => {
		expect(handsFor(null, 'A')).toBeUndefined();
	});
});

test('[AK6] a kind that keeps nothing takes nothing', () => {
	const talk = { kind: 'plenary', parameters: {} } as const;
	expect(() => requireState(talk, {})).toThrow(
		expect.objectContaining({ code: 'not_found' }) as Error
	);
	expect(fitsState(talk, {})).toBe(false);
});

test('[AK6] a stage that was told before there were states has none', () => {
	expect(stateOn({ hall: 'open' } as Stage)).toBeNull();
});

test('[AK7] what was kept fits as long as what it speaks of is there', () => {
	const kept = counted({ A: 4, B: 2 });
	expect(fitsState(poll('B', 'A'), kept)).toBe(true);
	expect(fitsState(poll('A', 'C'), kept)).toBe(false);
	expect(fitsState(poll('A', 'B', 'C'), kept)).toBe(false);
});
