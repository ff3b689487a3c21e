import { expect, test } from 'vitest';
import type { Activity } from './activity.ts';
import type { ActivitySetup, SetupOf } from './activity-setup.ts';
import { nextStep } from './next-step.ts';
import type { RunFigures } from './situation.ts';
import type { Stage, StageBoard } from '../stage/stage.ts';

const NOTES: SetupOf<'notes'> = {
	kind: 'notes',
	parameters: {
		columns: [{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' }],
		writing: 'shared',
		clusters: 'together',
		vote: null
	}
};
const activity = (id: string, setup: ActivitySetup): Activity => ({
	id,
	workshopId: 'w',
	title: { ar: id },
	shortTitle: {},
	prompt: {},
	startTime: null,
	durationMinutes: 10,
	opened: false,
	position: 1,
	groupingId: 'g',
	...setup
});
const AGENDA = [
	activity('welcome', { kind: 'protocol', parameters: {} }),
	activity('diagnosis', NOTES),
	activity('challenges', {
		...NOTES,
		parameters: { ...NOTES.parameters, vote: { method: 'dots', budget: 5, cap: 2 } }
	}),
	activity('choice', { kind: 'vote', parameters: { vote: { method: 'dots', budget: 5, cap: 2 } } })
];
const stage = (rest: Partial<Stage>): Stage => ({
	hall: 'open',
	activityId: null,
	vote: null,
	otherVotes: [],
	view: 'board',
	timer: null,
	version: 1,
	boards: [],
	state: null,
	lateDecision: 0,
	erasures: 0,
	...rest
});
/** The board of an activity on which notes are written. */
const board = (activityId: string, rest: Partial<StageBoard> = {}): StageBoard => ({
	id: `board of ${activityId}`,
	activityId,
	spaceId: null,
	name: {},
	open: true,
	revealed: true,
	locked: false,
	shown: true,
	...rest
});
const after = (on: Partial<Stage>, figures: Partial<RunFigures> = {}) =>
	nextStep(stage(on), AGENDA, { notes: 0, clusters: 0, proposals: 0, ...figures });

test('[RN1] a hall that prepares is opened, a closed one has no next step', () => {
	expect(after({ hall: 'preparing' })).toEqual({ kind: 'open_hall' });
	expect(after({ hall: 'closed', activityId: 'diagnosis' })).toBeUndefined();
});

test('[RN2] the agenda is gone through in its order, and the hall closed after its last item', () => {
	expect(after({})).toEqual({ kind: 'open_activity', activityId: 'welcome' });
	expect(after({ activityId: 'welcome' })).toEqual({
		kind: 'open_activity',
		activityId: 'diagnosis'
	});
	expect(
		after({ activityId: 'diagnosis', boards: [board('diagnosis')] }, { notes: 64, clusters: 3 })
	).toEqual({
		kind: 'open_activity',
		activityId: 'challenges'
	});
	const done = {
		activityId: 'choice',
		vote: { id: 'v', state: 'published' },
		view: 'results'
	} as const;
	expect(after(done)).toEqual({ kind: 'close_hall' });
	expect(nextStep(stage({}), [], { notes: 0, clusters: 0, proposals: 0 })).toEqual({
		kind: 'close_hall'
	});
});

test('[RN3] notes that are voted on are clustered first, then voted on', () => {
	const on = { activityId: 'challenges' };
	expect(after({ ...on, boards: [board('challenges')] }, { notes: 29, clusters: 2 })).toEqual({
		kind: 'cluster',
		activityId: 'challenges'
	});
	expect(after(on, { notes: 29 })).toEqual({ kind: 'cluster', activityId: 'challenges' });
	expect(after(on, { notes: 29, clusters: 12 })).toEqual({
		kind: 'open_vote',
		activityId: 'challenges'
	});
	expect(after({ activityId: 'choice' }, { clusters: 12 })).toEqual({
		kind: 'open_vote',
		activityId: 'choice'
	});
	expect(after({ activityId: 'choice' })).toEqual({ kind: 'cluster', activityId: 'choice' });
});

test('[RN4] without a note and a cluster there is nothing to vote on: the agenda goes on', () => {
	expect(after({ activityId: 'challenges', boards: [board('challenges')] })).toEqual({
		kind: 'open_activity',
		activityId: 'choice'
	});
});

test('[RN5] a vote is ended, then published and shown, before the stage moves on', () => {
	const on = { activityId: 'challenges' };
	expect(after({ ...on, vote: { id: 'v', state: 'open' }, view: 'vote' })).toEqual({
		kind: 'end_vote',
		voteId: 'v'
	});
	expect(after({ ...on, vote: { id: 'v', state: 'ended' }, view: 'board' })).toEqual({
		kind: 'publish_vote',
		voteId: 'v'
	});
	expect(after({ ...on, vote: { id: 'v', state: 'published' }, view: 'vote' })).toEqual({
		kind: 'show_results'
	});
	expect(after({ ...on, vote: { id: 'v', state: 'published' }, view: 'results' })).toEqual({
		kind: 'open_activity',
		activityId: 'choice'
	});
});

test('[PV9] private notes are revealed before they are clustered or the agenda goes on', () => {
	const hidden = { open: false, revealed: false };
	const on = { activityId: 'challenges', boards: [board('challenges', hidden)] };
	const reveal = { kind: 'reveal_notes', activityId: 'challenges' };
	const writing = [board('challenges', { revealed: false })];
	expect(after({ ...on, boards: writing }, { clusters: 2 })).toEqual(reveal);
	expect(after(on)).toEqual(reveal);
	expect(after({ ...on, activityId: 'diagnosis' })).toEqual({
		kind: 'open_activity',
		activityId: 'challenges'
	});
	const voting = { ...on, vote: { id: 'v', state: 'open' }, view: 'vote' } as const;
	expect(after(voting)).toEqual({ kind: 'end_vote', voteId: 'v' });
});
