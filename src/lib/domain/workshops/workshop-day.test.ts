import { expect, test } from 'vitest';
import { spanOf } from './workshop-day.ts';

const day = (date: string | null, startTime: string, endTime: string) => ({
	id: startTime,
	date,
	startTime,
	endTime
});

test('[WS11] a workshop spans its first day’s first hour to its last day’s last one', () => {
	expect(spanOf([])).toEqual({ date: null, startTime: null, endTime: null });
	expect(
		spanOf([day('2026-03-02', '09:00', '17:00'), day('2026-03-03', '08:30', '12:30')])
	).toEqual({ date: '2026-03-02', startTime: '09:00', endTime: '12:30' });
});
