import { expect, test } from 'vitest';
import { dotsPlaced, sameDots, withDot } from './dots.ts';

const RULES = { budget: 3, cap: 2 };

test('[PP6] a dot is placed and taken back; a cluster without dots leaves the ballot', () => {
	const one = withDot({}, 'a', 1, RULES);
	expect(one).toEqual({ a: 1 });
	expect(withDot({ a: 1, b: 1 }, 'a', -1, RULES)).toEqual({ b: 1 });
});

test('[PP6] neither the cap of a cluster nor the budget can be passed, nor a dot taken that is not there', () => {
	expect(withDot({ a: 2 }, 'a', 1, RULES)).toBeUndefined();
	expect(withDot({ a: 2, b: 1 }, 'c', 1, RULES)).toBeUndefined();
	expect(withDot({ a: 1 }, 'b', -1, RULES)).toBeUndefined();
});

test('[PP6] two ballots are the same when each cluster has as many dots', () => {
	expect(sameDots({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
	expect(sameDots({ a: 1 }, { a: 1, b: 1 })).toBe(false);
	expect(dotsPlaced({ a: 1, b: 2 })).toBe(3);
});
