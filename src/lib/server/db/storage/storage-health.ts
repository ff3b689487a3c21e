import { storageTroubleOf, type StorageTrouble } from './storage-error.ts';

/** Milliseconds between two looks at whether there is room again. */
const LOOK_EVERY = 1000;

/** Milliseconds in which the same trouble is told once, however often it comes and goes. */
const TELL_EVERY = 60_000;

/** What the health of the storage needs. */
export interface StorageHealthDeps {
	/** Stores something; throws what hinders it. */
	readonly probe: () => Promise<void>;
	/** Told that nothing can be stored. */
	readonly failed: (trouble: StorageTrouble, error: unknown) => void;
	/** Told that storing works again, after each `failed`. */
	readonly recovered: () => void;
	readonly lookEvery?: number;
}

/**
 * Whether something can be stored: as far as anybody knows, until an error tells otherwise; then not, until
 * storing something was tried and succeeded, which is tried by itself. Rules [ST1] to [ST7].
 */
export class StorageHealth {
	private readonly deps: StorageHealthDeps;
	private readonly listeners: (() => void)[] = [];
	private reason: StorageTrouble | null = null;
	private toldAt = -Infinity;
	private told = false;
	private timer: NodeJS.Timeout | undefined;
	private looking: Promise<void> | undefined;
	private closed = false;

	constructor(deps: StorageHealthDeps) {
		this.deps = deps;
	}

	/** Why nothing can be stored now; null while it can. */
	get trouble(): StorageTrouble | null {
		return this.reason;
	}

	/** Takes note of an error. True when it tells of the storage, which needs no other telling then. */
	readonly notice = (error: unknown): boolean => {
		const trouble = storageTroubleOf(error);
		if (trouble === undefined) return false;
		if (this.closed || this.reason === trouble) return true;
		this.reason = trouble;
		const now = performance.now();
		if (now - this.toldAt > TELL_EVERY) {
			this.toldAt = now;
			this.told = true;
			this.deps.failed(trouble, error);
		}
		this.lookSoon();
		this.tell();
		return true;
	};

	/** Has `listener` called after each change of {@link trouble}. */
	onChange(listener: () => void): void {
		this.listeners.push(listener);
	}

	/** Looks no more; resolves when no look is under way. */
	async close(): Promise<void> {
		this.closed = true;
		clearTimeout(this.timer);
		await this.looking;
	}

	private lookSoon(): void {
		if (this.timer || this.looking || this.closed) return;
		this.timer = setTimeout(() => {
			this.timer = undefined;
			this.looking = this.look().finally(() => {
				this.looking = undefined;
				if (this.reason) this.lookSoon();
			});
		}, this.deps.lookEvery ?? LOOK_EVERY);
		this.timer.unref();
	}

	private async look(): Promise<void> {
		try {
			await this.deps.probe();
		} catch (error) {
			this.notice(error);
			return;
		}
		this.reason = null;
		if (this.told) {
			this.told = false;
			this.deps.recovered();
		}
		this.tell();
	}

	private tell(): void {
		for (const listener of this.listeners) listener();
	}
}
