import { describe, expect, test } from 'vitest';
import { formatDate, formatDayMonth, formatMonth, formatNumber } from './format.ts';

describe('figures and dates', () => {
	test('[FM1] dates carry Moroccan month names and Western digits', () => {
		expect(formatDate('2025-04-15', 'ar', true)).toBe('الثلاثاء 15 أبريل 2025');
		expect(formatDate('2025-04-15', 'fr', true)).toBe('mardi 15 avril 2025');
		expect(formatDate('2025-04-15', 'en')).toBe('15 April 2025');
		const months = Array.from({ length: 12 }, (_, month) =>
			formatMonth(`2025-${String(month + 1).padStart(2, '0')}`, 'ar').replace(' 2025', '')
		);
		expect(months.join(' ')).toBe(
			'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'
		);
	});

	test('[FM1] a day without its year is the day in Casablanca', () => {
		expect(formatDayMonth(Date.parse('2025-07-14T23:30:00Z'), 'ar')).toBe('15 يوليوز');
	});

	test('[FM2] thousands are held by U+202F and decimals by a comma, in Arabic and French alike', () => {
		expect(formatNumber(1_250_000.5, 'ar')).toBe('1\u202F250\u202F000,5');
		expect(formatNumber(1_250_000.5, 'fr')).toBe('1\u202F250\u202F000,5');
		expect(formatNumber(1_250_000.5, 'en')).toBe('1,250,000.5');
	});
});
