import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { noteAge } from './note-age.ts';

const NOW = 1_750_000_000_000;

test.each([
	[0, 'now'],
	[59_999, 'now'],
	[-5_000, 'now'],
	[60_000, '1 min'],
	[59 * 60_000, '59 min'],
	[60 * 60_000, '1 h'],
	[150 * 60_000, '2 h'],
	[24 * 60 * 60_000, '14 June']
])('[NT1] a note written %i ms ago is "%s" old', (ago, words) => {
	overwriteGetLocale(() => 'en');
	expect(noteAge(NOW - ago, NOW)).toBe(words);
});
