import { expect, test } from 'vitest';
import { KeptItems, type ItemStorage } from './kept-items.ts';

/** Storage that two tabs share, with room for so many items. */
function storageOf(room = Infinity): ItemStorage & { items: Map<string, string> } {
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

test('[OF7] what one tab keeps is not lost by what another tab keeps or forgets', () => {
	const storage = storageOf();
	const one = new KeptItems<number>('board', storage);
	const other = new KeptItems<number>('board', storage);
	one.set('a', 1);
	other.set('b', 2);
	one.delete('a');
	expect(new KeptItems<number>('board', storage).all).toEqual([2]);
	one.set('c', 3);
	other.set('c', 4);
	one.delete('c');
	expect(new KeptItems<number>('board', storage).get('c')).toBe(4);
});

test('[OF15] what another tab keeps meanwhile is taken in when asked, and forgotten for both', () => {
	const storage = storageOf();
	const [one, other] = [new KeptItems<string>('b', storage), new KeptItems<string>('b', storage)];
	one.set('mine', 'one');
	other.set('mine', 'other');
	other.set('theirs', 'other');
	one.readOthers();
	expect(one.all).toEqual(['one', 'other']);
	one.delete('theirs');
	expect(new KeptItems<string>('b', storage).all).toEqual(['other']);
});

test('[OF7] a later start finds what was kept, of its own prefix alone', () => {
	const storage = storageOf();
	new KeptItems<string>('board.one', storage).set('a', 'words');
	expect(new KeptItems<string>('board.one', storage).all).toEqual(['words']);
	expect(KeptItems.any('board.one', storage)).toBe(true);
	expect(KeptItems.any('board.on', storage)).toBe(false);
	storage.items.set('board.one.torn', '{');
	expect(new KeptItems<string>('board.one', storage).all).toEqual(['words']);
});

test('[OF8] where the phone has no room, the words stay with the page and the page can say so', () => {
	const kept = new KeptItems<string>('board', storageOf(1));
	kept.set('a', 'first');
	expect(kept.full).toBe(false);
	kept.set('b', 'second');
	expect(kept.full).toBe(true);
	expect(kept.all).toEqual(['first', 'second']);
	const forbidden = new KeptItems<string>('board', undefined);
	forbidden.set('a', 'first');
	expect([forbidden.full, forbidden.all]).toEqual([true, ['first']]);
});
