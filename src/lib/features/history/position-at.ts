import { clockTime, dayOf } from '#lib/domain/text/workshop-clock.ts';

/** A change of a board, by when it was made. */
interface Moment {
	/** Epoch milliseconds. */
	readonly at: number;
}

/**
 * How many of the moments were made by the end of that minute (`HH:MM`, in the workshop's zone) of the day of `seen`,
 * or of the last one where nothing is seen yet. What is no hour is the end of that day.
 */
export function positionAt(
	moments: readonly Moment[],
	seen: Moment | undefined,
	hour: string
): number {
	const day = dayOf((seen ?? moments.at(-1))?.at ?? 0);
	const until = /^\d\d:\d\d$/.test(hour) ? hour : '24:00';
	const after = moments.findIndex(({ at }) => {
		const its = dayOf(at);
		return its > day || (its === day && clockTime(at) > until);
	});
	return after === -1 ? moments.length : after;
}
