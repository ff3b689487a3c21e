import { expect, test } from 'vitest';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import type { Stage, StageBoard } from '#lib/domain/stage/stage.ts';
import { clusteredBoards, screenScene, shownBoards } from './screen-scene.ts';

const BOARD: StageBoard = {
	id: 'board',
	activityId: 'a',
	spaceId: null,
	name: {},
	open: true,
	revealed: true,
	locked: false,
	shown: true
};
const stage = (rest: Partial<Stage>): Stage => ({
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
	erasures: 0,
	...rest
});
const NOTES: ActivitySetup = {
	kind: 'notes',
	parameters: {
		columns: [{ id: 'S', name: {}, color: 'mint', icon: 'plus' }],
		writing: 'private',
		clusters: 'together',
		vote: null
	}
};
const PLAIN: ActivitySetup = { kind: 'presentation', parameters: {} };
const CLOSED = { id: 'v', state: 'published' } as const;

test('[SC5] the screen waits with code and seats until the first activity opens', () => {
	expect(screenScene(stage({ hall: 'preparing' }), NOTES)).toBe('waiting');
	expect(screenScene(stage({ activityId: null }), undefined)).toBe('waiting');
});

test('[SC5] it shows the notes, or the title where nothing is written', () => {
	expect(screenScene(stage({}), NOTES)).toBe('board');
	expect(screenScene(stage({}), PLAIN)).toBe('own');
});

test('[SC5] it shows the vote while it is open, its results once they are shown, else the notes', () => {
	const open = { id: 'v', state: 'open' } as const;
	expect(screenScene(stage({ vote: open, view: 'vote' }), NOTES)).toBe('vote');
	expect(screenScene(stage({ vote: CLOSED, view: 'results' }), NOTES)).toBe('results');
	expect(screenScene(stage({ vote: CLOSED }), NOTES)).toBe('board');
});

test('[SC5] a closed hall says goodbye, unless results stand on the screen', () => {
	expect(screenScene(stage({ hall: 'closed' }), NOTES)).toBe('ended');
	const results = stage({ hall: 'closed', vote: CLOSED, view: 'results' });
	expect(screenScene(results, NOTES)).toBe('results');
});

test('[SP5] at tables it shows no board before the plenary, then all of them', () => {
	const tables = ['t', 'u'].map((id) => ({ ...BOARD, id, spaceId: id, shown: false }));
	const apart = stage({ boards: tables });
	expect([screenScene(apart, NOTES), shownBoards(apart)]).toEqual(['apart', []]);
	const hidden = stage({ boards: tables.map((board) => ({ ...board, revealed: false })) });
	expect(screenScene(hidden, NOTES)).toBe('hidden_board');
	const shown = stage({ boards: tables.map((board) => ({ ...board, shown: true })) });
	expect(screenScene(shown, NOTES)).toBe('board');
	expect(shownBoards(shown).map(({ id }) => id)).toEqual(['t', 'u']);
});

test('[PV9] while notes are private it says so, and shows nothing of them', () => {
	const hidden = { ...BOARD, revealed: false };
	const other = { ...hidden, activityId: 'b' };
	expect(screenScene(stage({ boards: [hidden] }), NOTES)).toBe('hidden_board');
	expect(screenScene(stage({ boards: [{ ...hidden, open: false }] }), NOTES)).toBe('hidden_board');
	expect(screenScene(stage({ boards: [BOARD, other] }), NOTES)).toBe('board');
});

test('[SC9] clusters form in sight of the hall where a facilitator lets it see them', () => {
	const read = { ...BOARD, open: false };
	expect(screenScene(stage({ boards: [read], view: 'clusters' }), NOTES)).toBe('clusters');
	expect(screenScene(stage({ boards: [read], view: 'clusters', vote: CLOSED }), NOTES)).toBe(
		'clusters'
	);
	expect(screenScene(stage({ boards: [BOARD], view: 'clusters' }), NOTES)).toBe('board');
	expect(screenScene(stage({ hall: 'closed', view: 'clusters' }), NOTES)).toBe('ended');
	const tables = ['t', 'u'].map((id) => ({ ...read, id, spaceId: id, shown: id === 't' }));
	expect(
		clusteredBoards(stage({ boards: tables }), [BOARD.activityId]).map(({ id }) => id)
	).toEqual(['t']);
});
