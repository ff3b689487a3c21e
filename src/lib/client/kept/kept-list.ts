/**
 * A small list that outlives the page, in localStorage. Where storage is full or forbidden it lives as
 * long as the page: nothing may fail for that.
 */
export class KeptList<T> {
	private readonly key: string;
	private items: readonly T[];

	constructor(key: string) {
		this.key = key;
		this.items = readItems(key);
	}

	get all(): readonly T[] {
		return this.items;
	}

	replace(items: readonly T[]): void {
		this.items = items;
		try {
			if (items.length === 0) localStorage.removeItem(this.key);
			else localStorage.setItem(this.key, JSON.stringify(items));
		} catch {
			// Kept in memory; the caller shows the state of each item anyway.
		}
	}
}

function readItems<T>(key: string): readonly T[] {
	try {
		const items: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(items) ? (items as T[]) : [];
	} catch {
		return [];
	}
}
