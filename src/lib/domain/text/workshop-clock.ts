/**
 * The zone in which workshops take place. Every hour and day that people read is told in it, whatever a
 * phone, a laptop or the server is set to: what one says aloud in the hall is what the others see.
 */
export const WORKSHOP_ZONE = 'Africa/Casablanca';

const SHORT = new Intl.DateTimeFormat('en-GB', {
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
	timeZone: WORKSHOP_ZONE
});
const DAY = new Intl.DateTimeFormat('en-CA', {
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	timeZone: WORKSHOP_ZONE
});

/** Hour and minute of an instant (epoch milliseconds), as `09:05` in every language. */
export function clockTime(at: number): string {
	return SHORT.format(at);
}

/** The day of an instant (epoch milliseconds), as YYYY-MM-DD. */
export function dayOf(at: number): string {
	return DAY.format(at);
}
