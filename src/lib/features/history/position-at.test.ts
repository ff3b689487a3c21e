import { expect, test } from 'vitest';
import { clockTime } from '#lib/domain/text/workshop-clock.ts';
import { positionAt } from './position-at.ts';

const at = (time: string) => ({ at: Date.parse(`${time}:30Z`) });
const [first, second, third, fourth, next] = [
	at('2026-12-01T10:15'),
	at('2026-12-01T10:42'),
	at('2026-12-01T10:42'),
	at('2026-12-01T11:05'),
	at('2026-12-02T09:00')
];
const MOMENTS = [first, second, third, fourth, next];
/** The hour in the hall, so many minutes after a moment. */
const hour = (moment: { at: number }, minutes = 0) => clockTime(moment.at + minutes * 60_000);

test('[HI6] the board as it stood at an hour is what the last change by then left', () => {
	const go = (wanted: string) => positionAt(MOMENTS, fourth, wanted);
	expect(go(hour(first, -5))).toBe(0);
	expect(go(hour(first))).toBe(1);
	expect(go(hour(second, -1))).toBe(1);
	expect(go(hour(second))).toBe(3);
	expect(go(hour(fourth, -1))).toBe(3);
	expect(go('23:59')).toBe(4);
});

test('[HI6] the day is the one that is looked at, else the last one', () => {
	expect(positionAt(MOMENTS, next, hour(next))).toBe(5);
	expect(positionAt(MOMENTS, next, hour(next, -60))).toBe(4);
	expect(positionAt(MOMENTS, undefined, '')).toBe(5);
	expect(positionAt([], undefined, '10:00')).toBe(0);
});
