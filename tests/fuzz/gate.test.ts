import { describe, expect, test } from 'vitest';
import { runForged } from './forged-run.ts';
import { runHonest } from './honest-run.ts';
import { ROLES } from './people.ts';

/** The short run; `npm run fuzz` is the long one. */
const UPDATES = 2000;
const BATCHES = 400;

describe('the gate under forged updates', () => {
	test.each(ROLES)(
		'[FZ1] [FZ3] no right is violated by a %s, and what is applied is what Yjs makes of the bytes',
		(role) => {
			const { counts, broken } = runForged(role, 1, UPDATES);
			expect(broken).toBeUndefined();
			expect(counts.forged).toBe(UPDATES);
		}
	);
});

describe('the gate under honest work', () => {
	test('[FZ2] [FZ3] no offline batch is refused, undo and redo included, and all devices end the same', () => {
		const { counts, broken } = runHonest(1, BATCHES);
		expect(broken).toBeUndefined();
		expect(counts.undone).toBeGreaterThan(BATCHES / 10);
	});
});
