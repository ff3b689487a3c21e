import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '#lib/domain/errors.ts';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { errorMessage } from './error-message.ts';

describe.each(LOCALES)('in %s', (locale) => {
	test.each(ERROR_CODES)('[AC20] %s says what happened and what to do', (code) => {
		overwriteGetLocale(() => locale);
		const message = errorMessage(code);
		expect(message).not.toContain(`error_${code}`);
		expect(message).not.toMatch(/[{}]/);
		expect(message.split(/[.;] ?/).filter(Boolean).length).toBeGreaterThan(1);
		if (locale === 'ar') expect(message).toMatch(/[ء-ي]/);
		else expect(message).not.toMatch(/[ء-ي]/);
	});

	test.each([
		['text_too_long', { limit: 240, length: 251 }, ['240', '251']],
		['too_many_items', { limit: 60 }, ['60']],
		['vote_over_budget', { budget: 5 }, ['5']],
		['vote_over_cap', { cap: 2 }, ['2']],
		['weak_password', { minimum: 12 }, ['12']],
		['file_too_large', { limit: 1024 * 1024 }, ['1\u00A0']],
		['file_too_large', { limit: 300 * 1024 }, ['300\u00A0']],
		['file_too_large', { pixels: 600 }, ['600']]
	] as const)('[AC20] %s names its figures', (code, details, figures) => {
		overwriteGetLocale(() => locale);
		const message = errorMessage(code, details);
		for (const figure of figures) expect(message).toContain(figure);
		expect(message).not.toMatch(/[{}]/);
	});
});
