/** Between two moments, epoch milliseconds. */
export interface TimeSpan {
	readonly from: number;
	readonly to: number;
}

/**
 * Milliseconds that the clock of a page, set by the server's, may be wrong by, and that a note may be under
 * way; within it what the page says is as good as what the server could say.
 */
export const CLOCK_SLACK = 10_000;

/**
 * The times of notes that were written within `span`: as they are claimed, as long as that can be. Others
 * are brought into the span in the order in which they are claimed, so that it stays whose came first. Gives
 * those that are to be others than claimed.
 */
export function timesWithin(
	claimed: ReadonlyMap<string, number>,
	{ from, to }: TimeSpan
): Map<string, number> {
	const within = (at: number): boolean => at >= from - CLOCK_SLACK && at <= to + CLOCK_SLACK;
	if ([...claimed.values()].every(within)) return new Map();
	const order = [...claimed].sort(([, one], [, other]) => one - other);
	let least = from;
	const late = order.map(([key, at]) => {
		const time = Math.max(at, least);
		least = time + 1;
		return { key, at, time };
	});
	let most = to;
	const others = new Map<string, number>();
	for (const { key, at, time } of late.reverse()) {
		const last = Math.max(0, Math.min(time, most));
		most = last - 1;
		if (last !== at) others.set(key, last);
	}
	return others;
}
