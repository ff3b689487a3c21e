import { describe, expect, test } from 'vitest';
import type { ActivitySetup } from '../activities/activity-setup.ts';
import type { Stage, StageBoard } from './stage.ts';
import {
	pausedTimer,
	resumedTimer,
	retimed,
	shownTimer,
	startedTimer,
	timeCounts,
	timeLeft
} from './timer.ts';

const MINUTE = 60_000;
const NOW = 1_000_000;
const TIMER = { endsAt: NOW + 2 * MINUTE, remaining: 10 * MINUTE, duration: 10 * MINUTE };

describe('a timer', () => {
	test('[TM3] says what is left and, once it is over, by how much', () => {
		expect(timeLeft(TIMER, NOW)).toBe(2 * MINUTE);
		expect(timeLeft(TIMER, NOW + 3 * MINUTE)).toBe(-MINUTE);
		expect(timeLeft({ ...TIMER, endsAt: null, remaining: 5 }, NOW)).toBe(5);
	});

	test('stops and goes on with what is left, never with less than nothing', () => {
		const stopped = pausedTimer(TIMER, NOW);
		expect(stopped).toEqual({ endsAt: null, remaining: 2 * MINUTE, duration: 10 * MINUTE });
		expect(resumedTimer(stopped, NOW + 9 * MINUTE).endsAt).toBe(NOW + 11 * MINUTE);
		expect(pausedTimer(TIMER, NOW + 5 * MINUTE).remaining).toBe(0);
		expect(resumedTimer(TIMER, NOW + 5 * MINUTE).endsAt).toBe(NOW + 5 * MINUTE);
	});

	test('[TM3] minutes are added to what is left, from now on where it is over', () => {
		expect(retimed(TIMER, 5, NOW)?.endsAt).toBe(NOW + 7 * MINUTE);
		expect(retimed(TIMER, 5, NOW + 30 * MINUTE)?.endsAt).toBe(NOW + 35 * MINUTE);
		expect(retimed(TIMER, -5, NOW)?.endsAt).toBe(NOW);
		expect(retimed(pausedTimer(TIMER, NOW), 20, NOW)).toEqual({
			endsAt: null,
			remaining: 22 * MINUTE,
			duration: 22 * MINUTE
		});
		expect(retimed(TIMER, 2_000, NOW)?.duration).toBe(24 * 60 * MINUTE);
	});

	test('[TM2] where there is none, minutes that are added start one', () => {
		expect(retimed(null, 5, NOW)).toEqual(startedTimer(5, NOW));
		expect(retimed(null, -1, NOW)).toBeNull();
		expect(startedTimer(0, NOW)).toBeNull();
	});
});

describe('[TM1] time counts', () => {
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
	const ENDED = [{ ...BOARD, open: false }];
	const STAGE: Stage = {
		hall: 'open',
		activityId: 'a',
		vote: null,
		otherVotes: [],
		view: 'board',
		timer: TIMER,
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
	const OPEN = { id: 'v', state: 'open' } as const;
	const CLOSED = { id: 'v', state: 'published' } as const;

	test.each([
		['while notes are written', STAGE, NOTES, true],
		['no more once writing was closed', { ...STAGE, boards: ENDED }, NOTES, false],
		[
			'nor before private notes are revealed',
			{ ...STAGE, boards: [{ ...BOARD, open: false, revealed: false }] },
			NOTES,
			false
		],
		['in a talk and a break', { ...STAGE, boards: ENDED }, TALK, true],
		['in an open vote whatever is in view', { ...STAGE, boards: ENDED, vote: OPEN }, NOTES, true],
		['in an open vote', { ...STAGE, boards: ENDED, vote: OPEN, view: 'vote' }, NOTES, true],
		['beside no results', { ...STAGE, boards: ENDED, vote: CLOSED, view: 'results' }, TALK, false],
		[
			'nor on the page of a vote that was closed',
			{ ...STAGE, boards: ENDED, vote: CLOSED, view: 'vote' },
			TALK,
			false
		],
		['again when notes are written after a vote', { ...STAGE, vote: CLOSED }, NOTES, true],
		['not before anything was opened', STAGE, undefined, false],
		['not while the hall prepares', { ...STAGE, hall: 'preparing' }, TALK, false],
		['not once the hall is closed', { ...STAGE, hall: 'closed' }, TALK, false]
	] as const)('%s', (_when, stage, activity, counts) => {
		expect(timeCounts(stage, activity)).toBe(counts);
		expect(shownTimer(stage, activity)).toBe(counts ? TIMER : null);
	});
});
