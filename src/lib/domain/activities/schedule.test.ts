import { expect, test } from 'vitest';
import { isIsoDate, isTimeOfDay, laterBy, startTimes } from './schedule.ts';

test('[AG2] each item starts when the one before it ends', () => {
	const durations = [30, 40, 65, 15, 50, 40, 60, 35, 55, 45, 35];
	const times = startTimes('09:00', durations);
	expect(times).toEqual([
		'09:00',
		'09:30',
		'10:10',
		'11:15',
		'11:30',
		'12:20',
		'13:00',
		'14:00',
		'14:35',
		'15:30',
		'16:15'
	]);
	expect(laterBy(times.at(-1) ?? '', durations.at(-1) ?? 0)).toBe('16:50');
});

test('[AG2] no item has an hour while the first one is not known', () => {
	expect(startTimes(null, [30, 40])).toEqual([null, null]);
});

test('[AG2] an evening goes on past midnight', () => {
	expect(startTimes('23:30', [45, 10])).toEqual(['23:30', '00:15']);
});

test('[WS3] days and hours that do not exist are told apart', () => {
	expect(isIsoDate('2025-02-28')).toBe(true);
	expect(isIsoDate('2025-02-30')).toBe(false);
	expect(isIsoDate('15/04/2025')).toBe(false);
	expect(isTimeOfDay('09:00')).toBe(true);
	expect(isTimeOfDay('24:00')).toBe(false);
	expect(isTimeOfDay('9:00')).toBe(false);
});
