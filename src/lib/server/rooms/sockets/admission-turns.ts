/** Milliseconds of one turn of the event loop that may go into letting people in. */
const BUDGET = 15;

/**
 * Lets those who come in one after the other, and only so many in a turn of the event loop: on SQLite
 * every look at the database is done at once, and 300 phones that come back in the same moment would keep
 * everybody else's notes waiting until the last one is in.
 */
export class AdmissionTurns {
	private readonly waiting: (() => void)[] = [];

	/** Resolves when it is one's turn. */
	next(): Promise<void> {
		return new Promise((resolve) => {
			this.waiting.push(resolve);
			if (this.waiting.length === 1) setImmediate(() => void this.run());
		});
	}

	private async run(): Promise<void> {
		const end = performance.now() + BUDGET;
		while (this.waiting.length > 0 && performance.now() < end) {
			this.waiting[0]?.();
			// What was let in goes as far as it gets without waiting.
			await new Promise((resolve) => process.nextTick(resolve));
			this.waiting.shift();
		}
		if (this.waiting.length > 0) setImmediate(() => void this.run());
	}
}
