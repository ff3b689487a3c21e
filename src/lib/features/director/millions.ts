import { formatNumber } from '#lib/domain/text/format.ts';
import type { Locale } from '#lib/domain/text/locale.ts';

/** Whole dirhams as millions with one decimal: 31 900 000 is 31,9 in Arabic and French, 31.9 in English. */
export function millions(dirhams: number, locale: Locale): string {
	return formatNumber(Math.round(dirhams / 100_000) / 10, locale);
}
