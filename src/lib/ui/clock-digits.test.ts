import { expect, test } from 'vitest';
import { clockDigits } from './clock-digits.ts';

test.each([
	[521, '08:41'],
	[0, '00:00'],
	[-5, '00:00'],
	[51.2, '00:52'],
	[65 * 60, '65:00'],
	[100 * 60 + 7, '1:40:07']
])('[UI1] %d seconds read as %s', (seconds, digits) => {
	expect(clockDigits(seconds)).toBe(digits);
});
