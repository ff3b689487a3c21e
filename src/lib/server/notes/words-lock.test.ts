import { expect, test } from 'vitest';
import { WordsLock } from './words-lock.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('[DP3] erasing waits for words that are on their way, and words wait for erasing', async () => {
	const lock = new WordsLock();
	const told: string[] = [];
	const arrived = Promise.withResolvers<undefined>();
	const erased = Promise.withResolvers<undefined>();
	const moving = lock.move(() => arrived.promise.then(() => void told.push('moved')));
	const erasing = lock.erase(() => {
		told.push('erasing');
		return erased.promise.then(() => void told.push('erased'));
	});
	const after = lock.move(() => Promise.resolve(void told.push('moved after')));
	await settled();
	expect(told).toEqual([]);
	arrived.resolve(undefined);
	await settled();
	expect(told).toEqual(['moved', 'erasing']);
	erased.resolve(undefined);
	await Promise.all([moving, erasing, after]);
	expect(told).toEqual(['moved', 'erasing', 'erased', 'moved after']);
});

test('[DP3] of two who erase at once the second waits, also where the first fails', async () => {
	const lock = new WordsLock();
	const told: string[] = [];
	const first = lock.erase(async () => {
		await settled();
		told.push('first');
		throw new Error('the disk is full');
	});
	const second = lock.erase(() => Promise.resolve(void told.push('second')));
	await expect(first).rejects.toThrow('the disk is full');
	await second;
	expect(told).toEqual(['first', 'second']);
});
