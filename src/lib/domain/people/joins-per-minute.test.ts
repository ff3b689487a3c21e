import { expect, test } from 'vitest';
import { joinsPerMinute } from './joins-per-minute.ts';

const MINUTE = 60_000;

test('[PE10] joins are counted by the minute of the clock, the present one last', () => {
	const now = 100 * MINUTE + 30_000;
	const joined = [now, 100 * MINUTE, 100 * MINUTE - 1, 98 * MINUTE, 97 * MINUTE, now + MINUTE];
	expect(joinsPerMinute(joined, now, 3)).toEqual([1, 1, 2]);
	expect(joinsPerMinute([], now, 2)).toEqual([0, 0]);
});
