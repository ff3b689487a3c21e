/**
 * How fast something may come: a store that starts full and refills by the second. Whoever was offline
 * sends everything in one frame, so nobody who writes by hand comes near it.
 */
export class Pace {
	private readonly most: number;
	private readonly perSecond: number;
	private left: number;
	private at: number;

	/** `now` is in epoch milliseconds. */
	constructor(most: number, perSecond: number, now: number) {
		this.most = most;
		this.perSecond = perSecond;
		this.left = most;
		this.at = now;
	}

	/** Takes `amount` from the store; false when it does not hold that much. */
	take(amount: number, now: number): boolean {
		const refill = (Math.max(0, now - this.at) / 1000) * this.perSecond;
		this.left = Math.min(this.most, this.left + refill) - amount;
		this.at = now;
		return this.left >= 0;
	}
}
