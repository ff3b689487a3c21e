import { formatDayMonth } from '#lib/domain/text/format.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { HalfDay } from '#lib/domain/workshops/half-days.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * What stands over the cells that are signed for a half-day: which half, of which day where `all` are of several,
 * and its hours as far as they are known.
 */
export function halfDayWords(half: HalfDay, all: readonly HalfDay[], locale: Locale): string {
	const { date, from, until } = half;
	const several = new Set(all.map((one) => one.date)).size > 1;
	const options = { locale };
	const name =
		half.half === 'morning'
			? m.document_attendance_morning({}, options)
			: m.document_attendance_afternoon({}, options);
	const day =
		several && date !== null ? formatDayMonth(Date.parse(`${date}T12:00:00Z`), locale) : '';
	const said = {
		half: [name, day].filter(Boolean).join(' '),
		from: from ?? '',
		until: until ?? ''
	};
	if (from && until) return m.document_attendance_hours(said, options);
	if (from) return m.document_attendance_from(said, options);
	return until ? m.document_attendance_until(said, options) : said.half;
}
