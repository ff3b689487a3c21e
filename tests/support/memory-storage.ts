import type { ItemStorage } from '#lib/client/kept/item-storage.ts';

/** Storage of a device that several tabs share, with room for so many items; further ones are refused. */
export function memoryStorage(room = Infinity): ItemStorage & { items: Map<string, string> } {
	const items = new Map<string, string>();
	return {
		items,
		get length() {
			return items.size;
		},
		key: (index) => [...items.keys()][index] ?? null,
		getItem: (key) => items.get(key) ?? null,
		setItem(key, value) {
			if (!items.has(key) && items.size >= room) throw new Error('QuotaExceededError');
			items.set(key, value);
		},
		removeItem: (key) => void items.delete(key)
	};
}
