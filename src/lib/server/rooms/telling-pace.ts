/**
 * How many times as long as a telling took is to lie before the next: this many for each update that is
 * expected in the longest wait, between two bounds.
 */
const MULTIPLE = { each: 3, least: 2, most: 12 } as const;

/** How many of the longest waits may be owed before anybody waits. */
const OWED = 3;

/** Milliseconds over which updates are counted for what is expected. */
const MEMORY = 1000;

/**
 * When a room stores and tells what was written. Each telling owes a rest of 2 to 12 times what it took of
 * the processor, the more, the more a rest would gather; time pays it off. While little is owed, whoever
 * writes is told of at once, so that notes which happen to come together wait for nothing; where more is
 * written than can be told so, it gathers, and telling takes a bounded share of the processor.
 */
export class TellingPace {
	private readonly most: number;
	/** When all is paid off. */
	private paid = -Infinity;
	/** The last telling, and about how many updates were told in {@link MEMORY} before it. */
	private told = -Infinity;
	private updates = 0;

	/** `most` is the longest wait, in milliseconds. */
	constructor(most: number) {
		this.most = most;
	}

	/** Milliseconds from `now` until what was just written is to be stored; 0 for at once. */
	wait(now: number): number {
		return Math.max(0, this.paid - now - OWED * this.most);
	}

	/** Little more may be owed at `now` before somebody has to wait. */
	isCrowded(now: number): boolean {
		return this.paid - now > (OWED - 1) * this.most;
	}

	/** So many updates were told from `start` to `now`. */
	tell(updates: number, start: number, now: number): void {
		this.updates = updates + this.updates * Math.exp((this.told - now) / MEMORY);
		this.told = now;
		const expected = (this.updates * this.most) / MEMORY;
		const multiple = Math.min(MULTIPLE.most, Math.max(MULTIPLE.least, MULTIPLE.each * expected));
		const owed = Math.max(this.paid, now) + multiple * (now - start);
		this.paid = Math.min(owed, now + (OWED + 1) * this.most);
	}
}
