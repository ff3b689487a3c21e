/** Milliseconds that lie between two tellings at the least. */
const LEAST = 1;

/** How many times as long as a telling takes lies between two: in a quiet room, and more where all wait. */
const MULTIPLE = { quiet: 2, more: 2 } as const;

/** How much the newest telling counts in the moving means. */
const NEWEST = 0.2;

/**
 * When a room stores and tells what was written. Where nothing was told lately it does so at once; where
 * much is written it gathers, so that telling takes no more than a fixed share of the processor. The time
 * between two tellings is a multiple, 2 to 4 by how often somebody had to wait, of the moving mean of what
 * storing and telling took.
 */
export class TellingPace {
	private readonly most: number;
	private told = -Infinity;
	/** Milliseconds that storing took, and storing and telling together. */
	private storing = 0;
	private took = 0;
	/** The share of tellings, 0 to 1, that came at the earliest moment that was allowed. */
	private crowded = 0;

	/** `most` is the longest time between two tellings, in milliseconds. */
	constructor(most: number) {
		this.most = most;
	}

	/**
	 * Milliseconds from `now` until what was just written is to be stored; 0 for at once. What storing takes
	 * is part of the time between two tellings and adds none of its own.
	 */
	wait(now: number): number {
		const window = this.window();
		const start = this.told + window - Math.min(this.storing, window / 2);
		return Math.max(0, start - now);
	}

	/** It was stored from `start` to `stored` and told at `now`; `waited` when {@link wait} asked for it. */
	tell(start: number, stored: number, now: number, waited: boolean): void {
		const first = this.told === -Infinity;
		const mean = (old: number, value: number): number =>
			first ? value : old + (value - old) * NEWEST;
		this.storing = mean(this.storing, stored - start);
		this.took = mean(this.took, now - start);
		this.crowded = mean(this.crowded, waited ? 1 : 0);
		this.told = now;
	}

	/** Milliseconds between two tellings. */
	private window(): number {
		const multiple = MULTIPLE.quiet + MULTIPLE.more * this.crowded;
		return Math.min(this.most, Math.max(LEAST, multiple * this.took));
	}
}
