import { m } from '#lib/paraglide/messages.js';

const MINUTE = 60_000;

/**
 * How long ago a note was written, in a few letters: now, minutes up to an hour, then whole hours. Both
 * are epoch milliseconds by the server's clock; a note from a clock that runs ahead is "now".
 */
export function noteAge(createdAt: number, now: number): string {
	const minutes = Math.floor((now - createdAt) / MINUTE);
	if (minutes < 1) return m.note_age_now();
	if (minutes < 60) return m.note_age_minutes({ count: minutes });
	return m.note_age_hours({ count: Math.floor(minutes / 60) });
}
