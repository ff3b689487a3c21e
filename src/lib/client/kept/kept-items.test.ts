import { expect, test } from 'vitest';
import { memoryStorage } from '../../../../tests/support/memory-storage.ts';
import { KeptItems } from './kept-items.ts';

test('[OF7] what one tab keeps is not lost by what another tab keeps or forgets', () => {
	const storage = memoryStorage();
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
	const storage = memoryStorage();
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
	const storage = memoryStorage();
	new KeptItems<string>('board.one', storage).set('a', 'words');
	expect(new KeptItems<string>('board.one', storage).all).toEqual(['words']);
	expect(KeptItems.any('board.one', storage)).toBe(true);
	expect(KeptItems.any('board.on', storage)).toBe(false);
	storage.items.set('board.one.torn', '{');
	expect(new KeptItems<string>('board.one', storage).all).toEqual(['words']);
});

test('[OF8] where the phone has no room, the words stay with the page and the page can say so', () => {
	const kept = new KeptItems<string>('board', memoryStorage(1));
	kept.set('a', 'first');
	expect(kept.full).toBe(false);
	kept.set('b', 'second');
	expect(kept.full).toBe(true);
	expect(kept.all).toEqual(['first', 'second']);
	const forbidden = new KeptItems<string>('board', undefined);
	forbidden.set('a', 'first');
	expect([forbidden.full, forbidden.all]).toEqual([true, ['first']]);
});
