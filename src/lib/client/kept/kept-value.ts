import { findStorage, type ItemStorage } from './item-storage.ts';

/**
 * One small thing that outlives the page, in localStorage. Where storage is full or forbidden it lives as
 * long as this object: nothing may fail for that. What other tabs keep under the same key is read once,
 * when the object is made.
 */
export class KeptValue<T> {
	private readonly key: string;
	private readonly storage: ItemStorage | undefined;
	private value: T | undefined;

	constructor(key: string, storage: ItemStorage | undefined = findStorage()) {
		this.key = key;
		this.storage = storage;
		this.value = read(key, storage);
	}

	/** Undefined when nothing is kept, or nothing that can be read. */
	get current(): T | undefined {
		return this.value;
	}

	/** The same as it stands on the device now, where another tab may have kept something since. */
	get stored(): T | undefined {
		if (this.storage) this.value = read(this.key, this.storage) ?? this.value;
		return this.value;
	}

	/** Keeps `value`, which has to be what JSON can hold, in the place of what was kept. */
	keep(value: T): void {
		this.value = value;
		try {
			this.storage?.setItem(this.key, JSON.stringify([value]));
		} catch {
			// Kept in memory; whoever shows the value tells its state anyway.
		}
	}

	forget(): void {
		this.value = undefined;
		try {
			this.storage?.removeItem(this.key);
		} catch {
			// Nothing could be stored either.
		}
	}
}

/** Stored as a list of one: so phones have kept it from the first version on. */
function read<T>(key: string, storage: ItemStorage | undefined): T | undefined {
	try {
		const stored: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
		return Array.isArray(stored) ? (stored as T[])[0] : undefined;
	} catch {
		return undefined;
	}
}
