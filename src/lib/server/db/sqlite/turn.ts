/** Lets one in after the other, in the order in which they came. */
export class Turn {
	private taken = false;
	private readonly waiting: (() => void)[] = [];

	/** Resolves when it is one's turn, which lasts until {@link leave}. */
	take(): Promise<void> {
		if (!this.taken) {
			this.taken = true;
			return Promise.resolve();
		}
		return new Promise((resolve) => this.waiting.push(resolve));
	}

	leave(): void {
		const next = this.waiting.shift();
		if (next) next();
		else this.taken = false;
	}
}
