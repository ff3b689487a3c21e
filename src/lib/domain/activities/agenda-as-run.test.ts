import { expect, test } from 'vitest';
import { runTimes } from './agenda-as-run.ts';

const MINUTE = 60_000;
const opened = (activityId: string, minute: number, stage = 'hall') => ({
	activityId,
	stage,
	at: minute * MINUTE
});
const closed = (minute: number) => ({ activityId: null, stage: null, at: minute * MINUTE });

test('[RP3] an activity ran from its first opening to its last end, without what was between', () => {
	const steps = [opened('a', 0), opened('b', 30), opened('a', 50), closed(60)];
	expect([...runTimes(steps, 99 * MINUTE)]).toEqual([
		['a', { from: 0, until: 60 * MINUTE, minutes: 40 }],
		['b', { from: 30 * MINUTE, until: 50 * MINUTE, minutes: 20 }]
	]);
});

test('[RP3] what is open now has no end, and rooms run beside the hall', () => {
	const steps = [opened('a', 0), opened('b', 10, 'room'), opened('c', 20, 'room')];
	expect([...runTimes(steps, 45 * MINUTE)]).toEqual([
		['a', { from: 0, until: null, minutes: 45 }],
		['b', { from: 10 * MINUTE, until: 20 * MINUTE, minutes: 10 }],
		['c', { from: 20 * MINUTE, until: null, minutes: 25 }]
	]);
});
