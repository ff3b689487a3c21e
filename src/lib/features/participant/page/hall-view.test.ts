import { expect, test } from 'vitest';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Stage, StageBoard } from '#lib/domain/stage/stage.ts';
import { clusterSizes } from './cluster-sizes.ts';
import { HallView, type HallSource } from './hall-view.svelte.ts';
import { waitingWords } from '../waiting/waiting-words.ts';
import { askedWords, closedWords, promptWords, stepWords } from './head-words.ts';

const EARLIER: StageBoard = {
	id: 'board-a',
	activityId: 'a',
	spaceId: null,
	name: {},
	open: false,
	revealed: true,
	locked: false,
	shown: true
};
const BOARD: StageBoard = {
	...EARLIER,
	id: 'board-b',
	activityId: 'b',
	open: true,
	revealed: false
};
const CLOSED = [EARLIER, { ...BOARD, open: false }];
const STAGE: Stage = {
	hall: 'open',
	activityId: 'b',
	vote: null,
	otherVotes: [],
	view: 'board',
	timer: null,
	version: 1,
	boards: [EARLIER, BOARD],
	state: null,
	lateDecision: 0,
	erasures: 0
};
const COLUMN = { id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' } as const;
const CLOSED_VOTE = { view: 'results', vote: { id: 'v', state: 'published' } } as const;

const SETUPS: Record<'notes' | 'break' | 'presentation', ActivitySetup> = {
	notes: {
		kind: 'notes',
		parameters: { columns: [COLUMN], writing: 'shared', clusters: 'together', vote: null }
	},
	break: { kind: 'break', parameters: {} },
	presentation: { kind: 'presentation', parameters: {} }
};

function item(id: string, kind: keyof typeof SETUPS = 'notes'): Activity {
	return {
		...SETUPS[kind],
		id,
		workshopId: 'w',
		groupingId: id === 'c' ? 'apart' : 'plenary',
		title: { ar: `عنوان ${id}` },
		prompt: { ar: `سؤال ${id}` },
		shortTitle: {},
		startTime: null,
		durationMinutes: 30,
		opened: true,
		position: 0
	};
}
const AGENDA = [item('a'), item('tea', 'break'), item('b'), item('c', 'presentation')];

/** A hall whose stage the test moves. */
function hall(stage: Partial<Stage> = {}, observing = false) {
	const source = { stage: { ...STAGE, ...stage }, agenda: AGENDA, observing, seats: [] };
	const move = (to: Partial<Stage>) => (source.stage = { ...source.stage, ...to });
	return { view: new HallView(source satisfies HallSource), move };
}

test('[PP1] the board of the current activity is shown, and may be written on while writing is open', () => {
	const { view, move } = hall();
	expect([view.shown?.id, view.writing, view.needed]).toEqual(['b', true, ['board-b']]);
	move({ boards: CLOSED });
	expect([view.shown?.id, view.writing]).toEqual(['b', false]);
	move(CLOSED_VOTE);
	expect([view.shown, view.needed]).toEqual([undefined, []]);
});

test('[PP1] an earlier board that is looked back at is shown beside whatever the stage is at, and not written on', () => {
	const { view, move } = hall(CLOSED_VOTE);
	view.look('a');
	expect([view.shown?.id, view.writing]).toEqual(['a', false]);
	view.back();
	move({ view: 'board', vote: null });
	view.look('b');
	expect([view.aside, view.writing]).toEqual([undefined, true]);
});

test('[PP1] when the hall goes on nobody looks aside any more, and only then', () => {
	const { view, move } = hall();
	expect(view.wentOn()).toBe(false);
	view.look('a');
	move({ version: 2, boards: CLOSED });
	expect([view.wentOn(), view.aside]).toEqual([false, 'a']);
	move({ activityId: 'c' });
	expect([view.wentOn(), view.aside]).toEqual([true, undefined]);
	view.look('a');
	move({ hall: 'closed' });
	expect([view.wentOn(), view.aside]).toEqual([true, undefined]);
});

test('[PP4] one’s own notes need the boards of all activities that collect notes, and the clusters', () => {
	const { view, move } = hall();
	expect(view.groupings).toEqual([]);
	view.look('notes');
	expect([view.ownNotes, view.needed]).toEqual([true, ['board-a', 'board-b']]);
	expect(view.groupings).toEqual(['plenary', 'apart']);
	view.back();
	move({ hall: 'closed' });
	expect([view.ownNotes, view.shown, view.needed]).toEqual([
		true,
		undefined,
		['board-a', 'board-b']
	]);
});

test('[PP2] who observes has no notes of their own, also at the end', () => {
	const { view } = hall({ hall: 'closed' }, true);
	expect([view.ownNotes, view.needed]).toEqual([false, []]);
});

test('[PV9] hidden and locked are said of the board that is shown', () => {
	const { view } = hall({ boards: [{ ...EARLIER, locked: true }, BOARD] });
	expect([view.hidden, view.locked]).toEqual([true, false]);
	view.look('a');
	expect([view.hidden, view.locked]).toEqual([false, true]);
});

test('[PP1] whoever sits at a table has its board, and writes there while it is open', () => {
	const name = { ar: 'طاولة الماء' };
	const table: StageBoard = { ...BOARD, id: 'board-b-t', spaceId: 't', name, open: false };
	const seat = { spaceId: 't', layer: 'table', role: 'member' } as const;
	const view = new HallView({
		stage: { ...STAGE, boards: [EARLIER, BOARD, table] },
		agenda: AGENDA,
		observing: false,
		seats: [seat]
	});
	expect([view.place?.id, view.needed, view.writing]).toEqual(['board-b-t', ['board-b-t'], false]);
	expect(stepWords(view)).toBe('عنوان b · طاولة الماء');
});

test('[SP6] whoever has no table is told so, and not that writing ended', () => {
	const tables = ['t', 'u'].map((id) => ({ ...BOARD, id, spaceId: id, shown: false }));
	const { view } = hall({ boards: [EARLIER, ...tables] });
	const { title, text } = waitingWords({ hall: 'open' }, view.activity, view.scene);
	expect([view.scene, view.shown, view.needed]).toEqual(['unseated', undefined, []]);
	expect([closedWords(view), promptWords(view)]).toEqual([undefined, undefined]);
	expect([title, text]).not.toContain(view.activity?.title.ar);
	expect(waitingWords({ hall: 'open' }, view.activity, 'waiting').text).not.toBe(text);
	view.look('a');
	expect(view.place?.id).toBe('board-a');
});

test('[PP1] an item asks in the head where notes are written; where none are, the page says what it is about', () => {
	const titled = { title: { ar: 'عنوان' }, prompt: {} };
	expect(askedWords(item('a'))).toBe('سؤال a');
	expect(askedWords({ ...SETUPS.notes, ...titled })).toBe('عنوان');
	expect(askedWords(item('c', 'presentation'))).toBeUndefined();
});

test('[RN6] the step is counted without the breaks', () => {
	const { view } = hall();
	expect(view.step).toEqual({ number: 2, total: 3 });
	expect(view.ahead.map(({ id }) => id)).toEqual(['c']);
});

test('[PP1] the head asks the question of the board that is shown, else that of the results', () => {
	const { view, move } = hall();
	expect([promptWords(view), stepWords(view)]).toEqual(['سؤال b', 'عنوان b']);
	view.look('a');
	expect([promptWords(view), stepWords(view)]).toEqual(['سؤال a', 'عنوان b']);
	view.look('notes');
	const ownNotes = promptWords(view);
	view.back();
	move(CLOSED_VOTE);
	const results = promptWords(view);
	expect(new Set([ownNotes, results, undefined, '']).size).toBe(4);
	move({ activityId: 'c', view: 'board', vote: null });
	expect(promptWords(view)).toBeUndefined();
});

test('[PP1] the head says that nothing more is taken: writing ended, the board is locked, the vote is over', () => {
	const { view, move } = hall();
	expect(closedWords(view)).toBeUndefined();
	move({ boards: CLOSED });
	const ended = closedWords(view);
	move({ boards: [EARLIER, { ...BOARD, locked: true }] });
	const locked = closedWords(view);
	move(CLOSED_VOTE);
	const voted = closedWords(view);
	expect(new Set([ended, locked, voted, undefined, '']).size).toBe(5);
	view.look('a');
	expect(closedWords(view)).toBeUndefined();
});

test('[PP6] a cluster has as many notes as are in it', () => {
	expect([...clusterSizes(['x', 'y', 'x'])]).toEqual([
		['x', 2],
		['y', 1]
	]);
});
