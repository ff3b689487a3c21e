import { westernDigits } from './western-digits.ts';

/** Digits, or groups of three that one sign divides; behind them a decimal mark and zeros, as in 1.000.000,00. */
const WHOLE = /^((?:\d{1,3})(?:([.,٬])\d{3})(?:\2\d{3})*|\d+)(?:[.,٫]0+)?$/;

/**
 * The whole number that a person typed, with spaces, signs between thousands or zeros behind a decimal mark,
 * in Western or Arabic digits. Null for an empty text, undefined for anything else: 7,5 is no whole number,
 * and is not made one.
 */
export function readWholeNumber(typed: string): number | null | undefined {
	const text = westernDigits(typed).replace(/[\s\p{Cf}]/gu, '');
	if (text === '') return null;
	const [, digits] = WHOLE.exec(text) ?? [];
	return digits === undefined ? undefined : Number(digits.replace(/\D/g, ''));
}
