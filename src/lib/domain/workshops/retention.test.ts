import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAYS_SEEN, keptUntil, lookAgain, type DueSight } from './retention.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const DUE = keptUntil(Date.UTC(2026, 3, 15), 365);
const NEVER: DueSight = { days: 0, at: null };

test('[DP9] a time has passed once it was seen on three days', () => {
	let seen = NEVER;
	const reached: number[] = [];
	for (let hour = -5; hour < 80; hour++) {
		seen = lookAgain(seen, { at: DUE + hour * HOUR, uptimeSince: undefined }, DUE);
		if (seen.days >= DAYS_SEEN) reached.push(hour);
	}
	expect(reached[0]).toBe(40);
});

test('[DP9] a clock that jumps ahead while the process runs adds no day', () => {
	const first = lookAgain(NEVER, { at: DUE, uptimeSince: undefined }, DUE);
	const jumped = lookAgain(first, { at: DUE + 400 * DAY, uptimeSince: HOUR }, DUE);
	expect(jumped).toEqual(first);
	const again = lookAgain(first, { at: DUE + DAY, uptimeSince: DAY }, DUE);
	expect(again.days).toBe(2);
});

test('[DP9] a clock that goes back begins anew', () => {
	const seen = { days: 2, at: DUE + 3 * DAY };
	expect(lookAgain(seen, { at: DUE - 1, uptimeSince: undefined }, DUE)).toEqual(NEVER);
	expect(lookAgain(seen, { at: DUE + DAY, uptimeSince: undefined }, DUE).days).toBe(1);
});

test('[DP9] whatever the clock says, three days need more than 40 hours of its time', () => {
	const looks = fc.array(fc.integer({ min: -3 * DAY, max: 40 * HOUR }), { maxLength: 30 });
	fc.assert(
		fc.property(looks, (times) => {
			let seen = NEVER;
			for (const time of times)
				seen = lookAgain(seen, { at: DUE + time, uptimeSince: undefined }, DUE + 1);
			expect(seen.days).toBeLessThan(DAYS_SEEN);
		})
	);
});
