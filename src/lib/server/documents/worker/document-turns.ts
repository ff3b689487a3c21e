/** Makes a document when its turn comes. An abort while it waits takes it out and rejects with the reason. */
export type DocumentTurns = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Lets at most `limit` documents be made at a time; the others wait in the order in which they came. */
export function documentTurns(limit: number): DocumentTurns {
	let running = 0;
	const waiting = new Set<() => void>();

	/** True when the turn came, false when whoever waited went away. */
	function turn(signal: AbortSignal | undefined): Promise<boolean> {
		return new Promise((resolve) => {
			const leave = (): void => {
				waiting.delete(enter);
				resolve(false);
			};
			const enter = (): void => {
				signal?.removeEventListener('abort', leave);
				waiting.delete(enter);
				resolve(true);
			};
			waiting.add(enter);
			signal?.addEventListener('abort', leave, { once: true });
		});
	}

	return async (task, signal) => {
		signal?.throwIfAborted();
		if (running < limit) running++;
		else if (!(await turn(signal))) signal?.throwIfAborted();
		try {
			return await task();
		} finally {
			// The place goes straight to the next, so that nobody who comes now overtakes.
			const [next] = waiting;
			if (next) next();
			else running--;
		}
	};
}
