import { isPause } from '../activities/activity-setup.ts';
import type { Activity } from '../activities/activity.ts';
import { laterBy } from '../activities/schedule.ts';
import type { WorkshopDay } from './workshop-day.ts';

/** Half of a day of a workshop, for which people sign once. */
export interface HalfDay {
	/** YYYY-MM-DD, or null while it is not known. */
	readonly date: string | null;
	readonly half: 'morning' | 'afternoon';
	/** HH:MM, or null where the day does not say when it begins or ends. */
	readonly from: string | null;
	readonly until: string | null;
}

/** Where a day is halved that says nothing of its midday pause: an hour in which no signature is asked for. */
const NOON = '13:00';
const AFTER_NOON = '14:00';
/** A pause that begins in these hours and takes at least so long, in minutes, is the midday one. */
const MIDDAY = { from: '11:30', until: '14:30', least: 40 } as const;

/** What of the agenda halves a day. */
type AgendaHours = Pick<Activity, 'kind' | 'startTime' | 'durationMinutes'>;

/**
 * The half-days of a workshop, in order: two a day, one where the day begins after noon or ends before it. The
 * first day’s midday pause, where its agenda has one, halves every day; else 13:00 and 14:00 do. Rule [SL1].
 */
export function halfDays(days: readonly WorkshopDay[], agenda: readonly AgendaHours[]): HalfDay[] {
	const midday = agenda.find(
		({ kind, startTime, durationMinutes }) =>
			isPause({ kind }) &&
			startTime !== null &&
			startTime >= MIDDAY.from &&
			startTime <= MIDDAY.until &&
			durationMinutes >= MIDDAY.least
	);
	const noon = midday?.startTime ?? NOON;
	const after = midday?.startTime ? laterBy(midday.startTime, midday.durationMinutes) : AFTER_NOON;
	return days.flatMap(({ date, startTime, endTime }) => {
		const halves: HalfDay[] = [];
		if (startTime === null || startTime < noon) {
			const until = endTime !== null && endTime < noon ? endTime : noon;
			halves.push({ date, half: 'morning', from: startTime, until });
		}
		if (endTime === null || endTime > after || halves.length === 0) {
			const from = startTime !== null && startTime > after ? startTime : after;
			halves.push({ date, half: 'afternoon', from, until: endTime });
		}
		return halves;
	});
}

/** True once a half-day is over, at an hour of the hall (`day` YYYY-MM-DD, `time` HH:MM). */
export function isHalfDayOver({ date, until }: HalfDay, day: string, time: string): boolean {
	return date !== null && (date < day || (date === day && until !== null && until <= time));
}
