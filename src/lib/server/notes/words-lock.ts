/**
 * Keeps words from being put somewhere else while a person's are erased everywhere: what was read before must not
 * be written afterwards.
 */
export class WordsLock {
	private held: Promise<void> | undefined;
	private readonly moves = new Set<Promise<unknown>>();

	/** Does something that reads words and writes them elsewhere. Many do at once; none while somebody erases. */
	async move<T>(work: () => Promise<T>): Promise<T> {
		while (this.held) await this.held;
		const move = work();
		this.moves.add(move);
		try {
			return await move;
		} finally {
			this.moves.delete(move);
		}
	}

	/** Erases, once all that moves has arrived; one at a time. Never to be called within {@link move}. */
	async erase<T>(work: () => Promise<T>): Promise<T> {
		const before = this.held;
		const { promise, resolve: release } = Promise.withResolvers<undefined>();
		this.held = promise;
		try {
			await before;
			await Promise.allSettled(this.moves);
			return await work();
		} finally {
			if (this.held === promise) this.held = undefined;
			release(undefined);
		}
	}
}
