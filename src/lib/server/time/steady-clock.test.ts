import { beforeEach, describe, expect, test } from 'vitest';
import { SteadyClock, type ClockJump } from './steady-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 5, 1, 9);

let wall: number;
let elapsed: number;
let slept: number | undefined;
let jumps: ClockJump[];
let clock: SteadyClock;

beforeEach(() => {
	wall = START;
	elapsed = 500;
	slept = undefined;
	jumps = [];
	clock = newClock();
});

function newClock(): SteadyClock {
	const made = new SteadyClock({
		wall: () => wall,
		elapsed: () => elapsed,
		uptime: () => (slept === undefined ? undefined : elapsed + slept)
	});
	made.onJump((jump) => jumps.push(jump));
	return made;
}

/** Time really passes. */
function pass(milliseconds: number): void {
	wall += milliseconds;
	elapsed += milliseconds;
}

/** How far the clock is from the start. */
const passed = (): number => clock.now() - START;

test('[CK1] it runs with the machine’s clock and follows small corrections, but never back', () => {
	pass(MINUTE);
	expect(passed()).toBe(MINUTE);
	wall += 700;
	expect(passed()).toBe(MINUTE + 700);
	wall -= 400;
	expect(passed()).toBe(MINUTE + 700);
	pass(1000);
	expect(passed()).toBe(MINUTE + 1300);
	expect(jumps).toEqual([]);
});

test('[CK2] an hour back changes nothing, however long it lasts, and is told once', () => {
	pass(10 * MINUTE);
	clock.now();
	wall -= HOUR;
	expect(passed()).toBe(10 * MINUTE);
	pass(30 * MINUTE);
	expect(passed()).toBe(40 * MINUTE);
	pass(2 * DAY);
	expect(passed()).toBe(40 * MINUTE + 2 * DAY);
	expect(jumps).toEqual([{ kind: 'jumped', by: -HOUR }]);
});

test('[CK3] forty days forwards for a moment change nothing', () => {
	wall += 40 * DAY;
	expect(passed()).toBe(0);
	wall -= 40 * DAY;
	pass(MINUTE);
	expect(passed()).toBe(MINUTE);
	expect(jumps).toEqual([{ kind: 'jumped', by: 40 * DAY }]);
});

test('[CK3] forwards is believed once the machine’s clock kept to it for ten minutes', () => {
	wall += 3 * HOUR;
	clock.now();
	pass(9 * MINUTE);
	expect(passed()).toBe(9 * MINUTE);
	pass(MINUTE);
	clock.now();
	expect(passed()).toBe(3 * HOUR + 10 * MINUTE);
	expect(jumps.map(({ kind }) => kind)).toEqual(['jumped', 'believed']);
});

test('[CK3] a jump on top of a jump is waited for anew', () => {
	wall += HOUR;
	clock.now();
	pass(8 * MINUTE);
	wall += HOUR;
	clock.now();
	pass(8 * MINUTE);
	expect(passed()).toBe(16 * MINUTE);
});

test('[CK4] what a machine slept has passed, at once', () => {
	slept = 0;
	clock = newClock();
	pass(MINUTE);
	slept += 2 * HOUR;
	wall += 2 * HOUR;
	expect(passed()).toBe(2 * HOUR + MINUTE);
	expect(jumps).toEqual([]);
	// It slept, and its clock was set as well.
	slept += HOUR;
	wall += HOUR + DAY;
	expect(passed()).toBe(3 * HOUR + MINUTE);
	expect(jumps).toEqual([{ kind: 'jumped', by: DAY }]);
});

describe('after a start', () => {
	test('[CK5] time goes on from what happened last, where the clock went back', () => {
		clock.startNotBefore(START + HOUR);
		expect(passed()).toBe(HOUR);
		pass(MINUTE);
		expect(passed()).toBe(HOUR + MINUTE);
		expect(jumps[0]).toEqual({ kind: 'jumped', by: -HOUR });
	});

	test('[CK5] what happened before is no matter, and more than a day ahead was a wrong clock', () => {
		clock.startNotBefore(START - HOUR);
		expect(passed()).toBe(0);
		clock.startNotBefore(START + 40 * DAY);
		expect(passed()).toBe(0);
	});
});

test('[CK6] age counts for deleting once time ran for a day without a jump', () => {
	expect(clock.isProven).toBe(false);
	pass(DAY);
	expect(clock.isProven).toBe(true);
	wall += 40 * DAY;
	expect(clock.isProven).toBe(false);
	pass(HOUR);
	expect(clock.isProven).toBe(false);
	// It was believed by now.
	expect(passed()).toBe(41 * DAY + HOUR);
	pass(DAY - 1);
	expect(clock.isProven).toBe(false);
	pass(1);
	expect(clock.isProven).toBe(true);
});
