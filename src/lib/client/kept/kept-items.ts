import { findStorage, type ItemStorage } from './item-storage.ts';

/**
 * Small things that outlive the page, each under a key of its own in localStorage, so that several tabs
 * of one phone lose nothing of each other's. Where storage is full or forbidden an item lives as long as
 * the page, and `full` says so.
 */
export class KeptItems<T> {
	/** Something could not be stored. */
	full = false;
	private readonly prefix: string;
	private readonly storage: ItemStorage | undefined;
	/** As this tab knows them, beside what stood in storage for each. */
	private readonly items = new Map<string, { readonly value: T; readonly stored: string }>();

	/** Reads what is there under `prefix`. */
	constructor(prefix: string, storage: ItemStorage | undefined = findStorage()) {
		this.prefix = `${prefix}.`;
		this.storage = storage;
		this.readOthers();
	}

	/** Takes in what another tab kept meanwhile; what this tab knows stays as it knows it. */
	readOthers(): void {
		for (const [id, stored] of storedUnder(this.prefix, this.storage)) {
			const value = this.items.has(id) ? undefined : parse<T>(stored);
			if (value !== undefined) this.items.set(id, { value, stored });
		}
	}

	/** True when anything is kept under `prefix`, by whichever tab. */
	static any(prefix: string, storage: ItemStorage | undefined = findStorage()): boolean {
		return storedUnder(`${prefix}.`, storage).length > 0;
	}

	/** The names of what is kept under `prefix`, by whichever tab. */
	static names(prefix: string, storage: ItemStorage | undefined = findStorage()): string[] {
		return storedUnder(`${prefix}.`, storage).map(([name]) => name);
	}

	get all(): readonly T[] {
		return [...this.items.values()].map(({ value }) => value);
	}

	get(id: string): T | undefined {
		return this.items.get(id)?.value;
	}

	set(id: string, value: T): void {
		const stored = JSON.stringify(value);
		this.items.set(id, { value, stored });
		try {
			this.storage?.setItem(this.prefix + id, stored);
			if (!this.storage) this.full = true;
		} catch {
			this.full = true;
		}
	}

	/** Forgets an item. What another tab wrote over it stays in storage: it is that tab's to forget. */
	delete(id: string): void {
		const known = this.items.get(id);
		this.items.delete(id);
		try {
			if (this.storage?.getItem(this.prefix + id) === known?.stored)
				this.storage?.removeItem(this.prefix + id);
		} catch {
			// Nothing could be stored either.
		}
	}
}

function storedUnder(prefix: string, storage: ItemStorage | undefined): [string, string][] {
	const found: [string, string][] = [];
	for (let index = 0; index < (storage?.length ?? 0); index++) {
		const key = storage?.key(index);
		const value = key?.startsWith(prefix) ? storage?.getItem(key) : undefined;
		if (key && typeof value === 'string') found.push([key.slice(prefix.length), value]);
	}
	return found;
}

function parse<T>(stored: string): T | undefined {
	try {
		return JSON.parse(stored) as T;
	} catch {
		return undefined;
	}
}
