/** One day in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** Sights of a time that has passed, each of another day, before anything is erased for it. */
export const DAYS_SEEN = 3;

/** Milliseconds that two of them are apart at least: a server that looks each hour sees each day once. */
const APART = 20 * 60 * 60 * 1000;

/** When the time of a workshop that ended at `endedAt` has passed. Epoch milliseconds. */
export function keptUntil(endedAt: number, keepDays: number): number {
	return endedAt + keepDays * DAY;
}

/** What was seen before of a time that has passed. */
export interface DueSight {
	readonly days: number;
	/** Epoch milliseconds; null before the first. */
	readonly at: number | null;
}

/**
 * What a look at the clock adds to what was seen before. One that says the time has not passed, or that goes back behind
 * an earlier look, begins anew: a clock that jumped ahead for a while erases nothing. `uptimeSince` is how
 * long this process has run since the last look, by a clock that cannot jump; undefined when it had not started.
 */
export function lookAgain(
	seen: DueSight,
	now: { readonly at: number; readonly uptimeSince: number | undefined },
	due: number
): DueSight {
	if (now.at < due) return { days: 0, at: null };
	if (seen.at === null || now.at < seen.at) return { days: 1, at: now.at };
	const apart = now.at - seen.at >= APART && (now.uptimeSince ?? APART) >= APART;
	return apart ? { days: seen.days + 1, at: now.at } : seen;
}
