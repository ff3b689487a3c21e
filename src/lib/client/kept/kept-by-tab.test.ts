import { expect, test } from 'vitest';
import { memoryStorage } from '../../../../tests/support/memory-storage.ts';
import { KeptByTab } from './kept-by-tab.ts';

const HERE = 'tachawor.here.';

test('[OF7] each tab keeps its own, tells what the others keep, and goes on with its own', () => {
	const storage = memoryStorage();
	for (const tab of ['a', 'b']) storage.setItem(HERE + tab, '1');
	new KeptByTab<string>('words', 'a', storage).keep('ماء');
	const other = new KeptByTab<string>('words', 'b', storage);
	expect(other.current).toBeUndefined();
	other.keep('طرق');
	expect(new KeptByTab<string>('words', 'a', storage).current).toBe('ماء');
	expect(other.others).toEqual([{ tab: 'a', value: 'ماء' }]);
	expect(KeptByTab.all('words', storage)).toEqual(['ماء', 'طرق']);
	other.forgetOf('a');
	expect(other.others).toEqual([]);
});

test('[OF7] a tab without words goes on with those of one that is gone; the others’ are told', () => {
	const storage = memoryStorage();
	for (const tab of ['a', 'b']) new KeptByTab<string>('words', tab, storage).keep(`of ${tab}`);
	// b took what a had left, as it seemed gone, and both kept anew.
	new KeptByTab<string>('words', 'a', storage).keep('of a');
	const later = new KeptByTab<string>('words', 'c', storage);
	const all = [later.current, ...later.others.map(({ value }) => value)];
	expect(all.toSorted()).toEqual(KeptByTab.all<string>('words', storage).toSorted());
	expect(later.current).toBeDefined();
});

test('[OF13] what an earlier version kept for all tabs is gone on with', () => {
	const storage = memoryStorage();
	storage.setItem('words', '["eau"]');
	expect(new KeptByTab<string>('words', 'a', storage).current).toBe('eau');
	expect(KeptByTab.all('words', storage)).toEqual(['eau']);
});
