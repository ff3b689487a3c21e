import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { clockTime, dayOf } from './workshop-clock.ts';

describe('[FM3] hours and days are those of Casablanca', () => {
	test('an hour before midnight in London is the next day', () => {
		const at = Date.parse('2025-07-14T23:05:09Z');
		expect([clockTime(at), dayOf(at)]).toEqual(['00:05', '2025-07-15']);
	});

	test('in Ramadan the clock goes by Greenwich', () => {
		expect(clockTime(Date.parse('2026-03-01T09:00:00Z'))).toBe('09:00');
		expect(clockTime(Date.parse('2026-04-15T09:00:00Z'))).toBe('10:00');
	});

	test.each(['America/New_York', 'Asia/Tokyo', 'UTC'])('on a machine that is set to %s', (zone) => {
		const told = spawnSync(
			process.execPath,
			[
				'--input-type=module',
				'-e',
				`import { clockTime, dayOf } from ${JSON.stringify(import.meta.resolve('./workshop-clock.ts'))};
				import { formatDayMonth } from ${JSON.stringify(import.meta.resolve('./format.ts'))};
				const at = Date.parse('2025-07-14T23:05:09Z');
				console.log(clockTime(at), dayOf(at), formatDayMonth(at, 'fr'));`
			],
			{ env: { ...process.env, TZ: zone }, encoding: 'utf8' }
		);
		expect(told.stdout.trim()).toBe('00:05 2025-07-15 15 juillet');
	});
});
