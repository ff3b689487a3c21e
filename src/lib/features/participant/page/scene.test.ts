import { describe, expect, test } from 'vitest';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Stage, StageBoard } from '#lib/domain/stage/stage.ts';
import { sceneOf, stepsAhead } from './scene.ts';

const BOARD: StageBoard = {
	id: 'b',
	activityId: 'a',
	spaceId: null,
	name: {},
	open: true,
	revealed: true,
	locked: false,
	shown: true
};
const STAGE: Stage = {
	hall: 'open',
	activityId: 'a',
	vote: null,
	otherVotes: [],
	view: 'board',
	timer: null,
	version: 1,
	boards: [BOARD],
	state: null,
	lateDecision: 0,
	erasures: 0
};
const COLUMN = { id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' } as const;
const NOTES: ActivitySetup = {
	kind: 'notes',
	parameters: { columns: [COLUMN], writing: 'shared', clusters: 'together', vote: null }
};
const TALK: ActivitySetup = { kind: 'presentation', parameters: {} };

describe('[PP1] the page shows what the stage is at', () => {
	test.each([
		['an activity that collects notes', STAGE, NOTES, 'board'],
		[
			'the same after writing ended',
			{ ...STAGE, boards: [{ ...BOARD, open: false }] },
			NOTES,
			'board'
		],
		['a presentation', STAGE, TALK, 'waiting'],
		['no activity yet', { ...STAGE, activityId: null }, undefined, 'waiting'],
		['a hall that prepares', { ...STAGE, hall: 'preparing' }, NOTES, 'waiting'],
		['a closed hall', { ...STAGE, hall: 'closed' }, NOTES, 'ended'],
		['an open vote', { ...STAGE, view: 'vote', vote: { id: 'v', state: 'open' } }, TALK, 'vote'],
		[
			'a closed vote on the vote view',
			{ ...STAGE, view: 'vote', vote: { id: 'v', state: 'published' } },
			NOTES,
			'results'
		],
		[
			'results',
			{ ...STAGE, view: 'results', vote: { id: 'v', state: 'published' } },
			NOTES,
			'results'
		],
		[
			'the board beside a closed vote',
			{ ...STAGE, vote: { id: 'v', state: 'published' } },
			NOTES,
			'board'
		]
	] as const)('%s', (_what, stage, activity, scene) => {
		expect(sceneOf(stage, activity, false)).toBe(scene);
	});
});

describe('[SP6] an activity at tables', () => {
	const seat = (spaceId: string) => ({ spaceId, layer: 'table', role: 'member' }) as const;
	const at = (rest: Partial<StageBoard>): Stage => ({
		...STAGE,
		boards: ['t', 'u'].map((id) => ({ ...BOARD, id, spaceId: id, shown: false, ...rest }))
	});

	test.each([
		['is written on', {}, 'unseated'],
		['is written on in private', { revealed: false }, 'unseated'],
		['is closed, and others do not read it yet', { open: false }, 'unseated'],
		['is shown, and still written on', { shown: true }, 'unseated'],
		['is closed and shown, so that the screen has it', { open: false, shown: true }, 'waiting']
	] as const)(
		'that %s: whoever sits there has it, and whoever sits nowhere',
		(_how, rest, scene) => {
			expect(sceneOf(at(rest), NOTES, false, [seat('u')])).toBe('board');
			expect(sceneOf(at(rest), NOTES, false, [])).toBe(scene);
			expect(sceneOf(at(rest), NOTES, false, [seat('elsewhere')])).toBe(scene);
			expect(sceneOf(at(rest), NOTES, true, [])).toBe('watching');
		}
	);
});

test('[PP2] an observing person sees prompts, votes going on and results, and no notes', () => {
	expect(sceneOf(STAGE, NOTES, true)).toBe('watching');
	const results = { ...STAGE, view: 'results', vote: { id: 'v', state: 'published' } } as const;
	expect(sceneOf(results, NOTES, true)).toBe('results');
});

test('[PP3] the next steps follow the current one, or the start while there is none', () => {
	const agenda = ['a', 'b', 'c'].map((id) => ({ id })) as Activity[];
	expect(stepsAhead(agenda, 'a', 2).map(({ id }) => id)).toEqual(['b', 'c']);
	expect(stepsAhead(agenda, null, 2).map(({ id }) => id)).toEqual(['a', 'b']);
	expect(stepsAhead(agenda, 'c', 2)).toEqual([]);
});
