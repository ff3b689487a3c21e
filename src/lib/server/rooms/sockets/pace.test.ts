import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('[RM18] a full store is taken at once, then it refills by the second', () => {
	const pace = new Pace(400, 40, 0);
	for (let taken = 0; taken < 400; taken++) expect(pace.take(1, 0)).toBe(true);
	expect(pace.take(1, 0)).toBe(false);
	expect(pace.take(1, 1000)).toBe(true);
	expect(pace.take(100, 1000)).toBe(false);
});

test('[RM18] a clock that is set back refills nothing', () => {
	const pace = new Pace(1, 1000, 5000);
	expect(pace.take(1, 5000)).toBe(true);
	expect(pace.take(1, 1000)).toBe(false);
});
