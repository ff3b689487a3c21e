import { expect, test } from 'vitest';
import { memoryStorage } from '../../../../tests/support/memory-storage.ts';
import { KeptValue } from './kept-value.ts';

test('[OF13] what is kept is there at a later start, until it is forgotten', () => {
	const storage = memoryStorage();
	const kept = new KeptValue<{ text: string }>('composing', storage);
	expect(kept.current).toBeUndefined();
	kept.keep({ text: 'ماء' });
	expect(new KeptValue('composing', storage).current).toEqual({ text: 'ماء' });
	kept.forget();
	expect(kept.current).toBeUndefined();
	expect(storage.items.size).toBe(0);
});

test('[OF13] what an earlier version kept, as a list of one, is read; what is torn is not', () => {
	const storage = memoryStorage();
	storage.items.set('composing', '[{"text":"eau"}]');
	expect(new KeptValue('composing', storage).current).toEqual({ text: 'eau' });
	for (const torn of ['[', '{"text":"eau"}', '[]', 'null']) {
		storage.items.set('composing', torn);
		expect(new KeptValue('composing', storage).current).toBeUndefined();
	}
});

test('[OF8] without room it lives as long as the page', () => {
	const kept = new KeptValue<string>('composing', memoryStorage(0));
	kept.keep('words');
	expect(kept.current).toBe('words');
});
