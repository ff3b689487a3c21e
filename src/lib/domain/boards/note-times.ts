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
	const others = new Map<string, number>();
	if ([...claimed.values()].every(within)) return others;
	const order = [...claimed].sort(([, one], [, other]) => one - other);
	const times = order.map(([, at]) => at);
	let least = from;
	for (const [index, at] of times.entries()) {
		times[index] = Math.max(at, least);
		least = times[index] + 1;
	}
	let most = to;
	for (let index = times.length - 1; index >= 0; index--) {
		times[index] = Math.max(0, Math.min(times[index] ?? most, most));
		most = times[index]! - 1;
	}
	for (const [index, [key, at]] of order.entries())
		if (times[index] !== at) others.set(key, times[index]!);
	return others;
}
