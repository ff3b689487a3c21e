import { expect, test } from 'vitest';
import { TellingPace } from './telling-pace.ts';

/** Tells `count` times, each at the earliest moment; gives the milliseconds between the last two. */
function crowd(
	pace: TellingPace,
	from: number,
	count: number,
	storing: number,
	telling: number
): number {
	let now = from;
	let before = from;
	for (let told = 0; told < count; told++) {
		before = now;
		const start = now + pace.wait(now);
		now = start + storing + telling;
		pace.tell(start, start + storing, now, start > before);
	}
	return now - before;
}

test('[RM29] where nothing was told lately it is told at once', () => {
	const pace = new TellingPace(30);
	expect(pace.wait(1000)).toBe(0);
	pace.tell(1000, 1002, 1003, false);
	// Twice 3 ms after the last telling, of which storing takes 2.
	expect(pace.wait(1003)).toBe(4);
	expect(pace.wait(1005)).toBe(2);
	expect(pace.wait(1010)).toBe(0);
});

test('[RM29] where all wait it gathers for up to four times what telling takes', () => {
	const pace = new TellingPace(30);
	// 16 ms from one telling's end until the next may begin, and 3 ms of telling.
	expect(crowd(pace, 0, 60, 1, 3)).toBeCloseTo(19, 1);
	// Quiet again: tellings that nobody waited for.
	for (let now = 5000; now < 10_000; now += 100) pace.tell(now, now + 1, now + 4, false);
	expect(pace.wait(9904)).toBeCloseTo(7, 1);
});

test('[RM29] it never gathers for longer than the merge window, nor for less than a millisecond', () => {
	const slow = new TellingPace(30);
	slow.tell(0, 400, 500, true);
	expect(slow.wait(500)).toBe(15);
	expect(slow.wait(530)).toBe(0);
	const fast = new TellingPace(30);
	fast.tell(0, 0, 0.01, false);
	expect(fast.wait(0.01)).toBeCloseTo(1);
});
