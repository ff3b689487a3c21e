import { formatDayMonth } from '#lib/domain/text/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const MINUTE = 60_000;

/**
 * How long ago a note was written, in a few letters: now, minutes up to an hour, whole hours up to a
 * day, then the day itself. Both are epoch milliseconds by the server's clock; a note from a clock that
 * runs ahead is "now".
 */
export function noteAge(createdAt: number, now: number): string {
	const minutes = Math.floor((now - createdAt) / MINUTE);
	if (minutes < 1) return m.note_age_now();
	if (minutes < 60) return m.note_age_minutes({ count: minutes });
	const hours = Math.floor(minutes / 60);
	return hours < 24 ? m.note_age_hours({ count: hours }) : formatDayMonth(createdAt, getLocale());
}
