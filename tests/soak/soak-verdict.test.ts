import { expect, test } from 'vitest';
import type { Reading } from './server-probe.ts';
import { growthOf, stretchesOf } from './soak-verdict.ts';

const MINUTES = 20;

/** A reading each ten seconds of a run, with the memory that a rule gives for its minute. */
function readings(memory: (minute: number) => number): Reading[] {
	return Array.from({ length: MINUTES * 6 }, (_, index) => ({
		at: (index + 1) * 10,
		rss: 0,
		heap: 0,
		retained: memory((index + 1) / 6),
		delayP99: 0,
		delayMax: 0,
		sockets: 0,
		rooms: 0,
		cpu: 0
	}));
}

const growth = (memory: (minute: number) => number) =>
	growthOf(readings(memory), MINUTES, ({ retained }) => retained);

test('[NL9] the last five minutes are compared with the first five after the warm-up', () => {
	expect(stretchesOf(20)).toEqual({ warmUp: 2, length: 5 });
	expect(stretchesOf(3)).toEqual({ warmUp: 0.5, length: 1.25 });
	expect(growth((minute) => (minute < 2 ? 900 : 100))).toEqual({
		first: 100,
		last: 100,
		within: true
	});
});

test('[NL9] memory that grows by more than a tenth fails the run, less does not', () => {
	expect(growth((minute) => (minute > 14 ? 109 : 100)).within).toBe(true);
	expect(growth((minute) => (minute > 14 ? 112 : 100)).within).toBe(false);
	expect(growth((minute) => 100 + minute).within).toBe(false);
});
