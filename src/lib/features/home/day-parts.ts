import { formatDate, formatWeekday } from '#lib/domain/text/format.ts';
import type { Locale } from '#lib/domain/text/locale.ts';

/** A day in its parts, as a sheet shows it: الثلاثاء, 15, أبريل, 2025. */
export interface DayParts {
	readonly weekday: string;
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

export function dayParts(isoDate: string, locale: Locale): DayParts {
	const [day = '', month = '', year = ''] = formatDate(isoDate, locale).split(' ');
	return { weekday: formatWeekday(isoDate, locale), day, month, year };
}

/** Whether a day is today or the one after it, both YYYY-MM-DD; null otherwise. */
export function nearness(isoDate: string, today: string): 'today' | 'tomorrow' | null {
	const days = (Date.parse(isoDate) - Date.parse(today)) / 86_400_000;
	return days === 0 ? 'today' : days === 1 ? 'tomorrow' : null;
}
