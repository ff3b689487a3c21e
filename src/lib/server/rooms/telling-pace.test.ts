import { expect, test } from 'vitest';
import { TellingPace } from './telling-pace.ts';

/**
 * Writes an update every `every` milliseconds for six seconds, each telling taking `telling`; gives how
 * many were told together on the average of the last, and the longest wait.
 */
function write(
	pace: TellingPace,
	every: number,
	telling: number
): { together: number; wait: number } {
	let now = 0;
	let tellings = 0;
	let told = 0;
	let longest = 0;
	for (let next = 0; next < 6000;) {
		now = Math.max(now, next);
		const wait = pace.wait(now);
		now += wait;
		const updates = Math.floor((now - next) / every) + 1;
		next += updates * every;
		pace.tell(updates, now, (now += telling));
		if (now < 5000) continue;
		tellings++;
		told += updates;
		longest = Math.max(longest, wait);
	}
	return { together: told / tellings, wait: longest };
}

test('[RM29] notes that happen to come together are told at once', () => {
	const pace = new TellingPace(30);
	// Each owes 10 ms, of which 5 are paid off until the next one was told.
	for (let now = 1000; now < 1090; now += 5) {
		expect(pace.wait(now)).toBe(0);
		pace.tell(1, now, now + 5);
	}
	expect(pace.wait(1090)).toBe(5);
	expect(pace.wait(1095)).toBe(0);
});

test('[RM29] where few write nobody waits, however many are told', () => {
	expect(write(new TellingPace(30), 50, 12)).toEqual({ together: 1, wait: 0 });
	expect(write(new TellingPace(30), 10, 0.3)).toEqual({ together: 1, wait: 0 });
});

test('[RM29] where many write to many it gathers, and telling takes little of the processor', () => {
	const { together, wait } = write(new TellingPace(30), 1000 / 150, 3);
	// The longest wait and 3 ms of telling, in which five updates come.
	expect(together).toBeCloseTo(5, 0);
	expect(wait).toBe(30);
});

test('[RM29] nobody waits for longer than the merge window, however long a telling took', () => {
	const pace = new TellingPace(30);
	pace.tell(500, 0, 500);
	expect(pace.wait(500)).toBe(30);
	expect(pace.wait(530)).toBe(0);
	expect([500, 559, 560].map((now) => pace.isCrowded(now))).toEqual([true, true, false]);
});
