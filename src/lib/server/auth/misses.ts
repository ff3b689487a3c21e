/** So many within so many seconds. */
export interface MissBudget {
	readonly points: number;
	readonly duration: number;
}

/** Keys that are counted at the same time: whoever makes up new ones costs no more memory than this. */
const MOST_KEYS = 10_000;

/**
 * Counts misses by key, such as a device, within a time that begins with the first of them. The counts live in
 * this process's memory, a bounded number of them: a restart forgets them, and so do many others who miss.
 */
export class Misses {
	private readonly budget: MissBudget;
	private readonly counts = new Map<string, { count: number; readonly until: number }>();

	constructor(budget: MissBudget) {
		this.budget = budget;
	}

	/** Counts one more. Gives the seconds until the time is over when it is more than the budget, else 0. */
	add(key: string, now = Date.now()): number {
		const known = this.counts.get(key);
		const entry =
			known && known.until > now ? known : { count: 0, until: now + this.budget.duration * 1000 };
		entry.count++;
		this.counts.delete(key);
		this.counts.set(key, entry);
		const [oldest] = this.counts.keys();
		if (this.counts.size > MOST_KEYS && oldest !== undefined) this.counts.delete(oldest);
		return entry.count > this.budget.points
			? Math.max(1, Math.ceil((entry.until - now) / 1000))
			: 0;
	}
}
