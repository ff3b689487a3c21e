const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DAY_MINUTES = 24 * 60;

/** Longest agenda item, in minutes. */
export const LONGEST_ACTIVITY = 12 * 60;

/** True for an hour of a day as HH:MM. */
export function isTimeOfDay(text: string): boolean {
	return TIME.test(text);
}

/** True for a day that exists, as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `time` (HH:MM) moved on by `minutes`, past midnight into the next day. */
export function laterBy(time: string, minutes: number): string {
	const [, hours = '0', rest = '0'] = TIME.exec(time) ?? [];
	const total = (Number(hours) * 60 + Number(rest) + minutes) % DAY_MINUTES;
	return `${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}`;
}

/**
 * When each item of an agenda starts, the first at `start` and each next one when the one before it
 * ends. All null while the first hour is not known.
 */
export function startTimes(start: string | null, durations: readonly number[]): (string | null)[] {
	let elapsed = 0;
	return durations.map((minutes) => {
		const time = start === null ? null : laterBy(start, elapsed);
		elapsed += minutes;
		return time;
	});
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
