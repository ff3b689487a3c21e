import { expect, test } from 'vitest';
import { readWholeNumber } from './whole-number.ts';

test.each([
	['', null],
	['  ', null],
	['12', 12],
	['1 000 000', 1_000_000],
	['1\u202F000\u00A0000', 1_000_000],
	['1 000 000,00', 1_000_000],
	['1.000.000,00', 1_000_000],
	['1,000,000.00', 1_000_000],
	['1,500', 1500],
	['10.00', 10],
	['٢٠٢٥', 2025],
	['١٬٠٠٠٫٠٠', 1000],
	['۱۲', 12],
	['7,5', undefined],
	['1500,50', undefined],
	['2.5', undefined],
	['37,5', undefined],
	['1.000,000', 1000],
	['12 DH', undefined],
	['-4', undefined],
	['1e3', undefined]
])('[PL18] what is typed as a whole number: %j is %j', (typed, number) => {
	expect(readWholeNumber(typed)).toBe(number);
});
