import { expect, test } from 'vitest';
import { halfDays, isHalfDayOver } from './half-days.ts';

const day = (startTime: string | null, endTime: string | null, date = '2025-04-15') => ({
	id: date,
	date,
	startTime,
	endTime
});
const told = (...given: Parameters<typeof halfDays>) =>
	halfDays(...given).map(({ half, from, until }) => `${half} ${from ?? '?'}-${until ?? '?'}`);

test.each([
	['a whole day', day('09:00', '16:50'), ['morning 09:00-13:00', 'afternoon 14:00-16:50']],
	['a morning', day('09:00', '12:30'), ['morning 09:00-12:30']],
	['a morning that goes over a little', day('09:00', '13:45'), ['morning 09:00-13:00']],
	['an afternoon', day('14:30', '18:00'), ['afternoon 14:30-18:00']],
	['hours that nobody gave', day(null, null), ['morning ?-13:00', 'afternoon 14:00-?']]
])('[SL1] %s', (_what, given, halves) => {
	expect(told([given], [])).toEqual(halves);
});

test('[SL1] the midday pause of the agenda halves the day, a short one does not', () => {
	const days = [day('09:00', '17:00'), day('09:00', '17:00', '2025-04-16')];
	const coffee = { kind: 'break' as const, startTime: '11:40', durationMinutes: 15 };
	const lunch = { kind: 'break' as const, startTime: '12:30', durationMinutes: 105 };
	expect(told(days, [coffee, lunch])).toEqual([
		'morning 09:00-12:30',
		'afternoon 14:15-17:00',
		'morning 09:00-12:30',
		'afternoon 14:15-17:00'
	]);
});

test('[SL1] a half-day is over by the clock of the hall', () => {
	const [morning, afternoon] = halfDays([day('09:00', null)], []);
	if (!morning || !afternoon) throw new Error('no halves');
	const over = (day: string, time: string) =>
		[morning, afternoon].map((half) => isHalfDayOver(half, day, time));
	expect(over('2025-04-15', '12:59')).toEqual([false, false]);
	expect(over('2025-04-15', '13:00')).toEqual([true, false]);
	expect(over('2025-04-16', '00:10')).toEqual([true, true]);
});
