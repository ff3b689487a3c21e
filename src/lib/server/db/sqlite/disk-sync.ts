/**
 * Syncs one file to disk for many at once: whoever wrote while a sync was under way shares the next one.
 * After a sync that failed nobody can tell what is on disk, so no later one is believed.
 */
export class DiskSync {
	private readonly sync: () => Promise<void>;
	private readonly failed: (error: unknown) => void;
	private running: Promise<void> | undefined;
	private next: Promise<void> | undefined;
	private broken: { readonly reason: unknown } | undefined;

	/** `failed` is told the first failure; those who wait are told too. */
	constructor(sync: () => Promise<void>, failed: (error: unknown) => void) {
		this.sync = sync;
		this.failed = failed;
	}

	/** Resolves when all that was written before the call is on disk; rejects when that cannot be said. */
	onDisk(): Promise<void> {
		// The one under way may have begun before the last write.
		if (this.running) return (this.next ??= this.running.then(this.start, this.start));
		return this.start();
	}

	private readonly start = (): Promise<void> => {
		this.next = undefined;
		return (this.running = this.run().finally(() => (this.running = undefined)));
	};

	private async run(): Promise<void> {
		if (this.broken) throw this.broken.reason;
		try {
			await this.sync();
		} catch (reason) {
			this.broken = { reason };
			this.failed(reason);
			throw reason;
		}
	}
}
