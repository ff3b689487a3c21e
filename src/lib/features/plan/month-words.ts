import { formatMonth } from '#lib/domain/text/format.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A month (YYYY-MM) in words, or the dash of what is missing. */
export function monthWords(month: string | null): string {
	return month === null ? '—' : formatMonth(month, getLocale());
}
