import { AsyncLocalStorage } from 'node:async_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { RequestPace } from './request-pace.ts';

const refused = { code: 'too_many_attempts', details: { seconds: 60 } };

test('[AC24] what is over a budget is told the time until it begins anew, by key', async () => {
	const pace = new RequestPace({ points: 2, duration: 60 });
	expect([await pace.count('a'), await pace.count('a'), await pace.count('a')]).toEqual([0, 0, 60]);
	await expect(pace.take('a')).rejects.toMatchObject(refused);
	await pace.take('b');
});

test('[AC24] asking whether something is left counts nothing', async () => {
	const pace = new RequestPace({ points: 2, duration: 60 });
	for (let asked = 0; asked < 5; asked++) await pace.assertLeft('a');
	await pace.take('a');
	await pace.assertLeft('a');
	await pace.take('a');
	await expect(pace.assertLeft('a')).rejects.toMatchObject(refused);
	await pace.giveBack('a');
	await pace.assertLeft('a');
});

test('[AC24] whoever makes up new keys fills a bounded memory, and those who go on asking stay counted', async () => {
	const pace = new RequestPace({ points: 2, duration: 60 });
	for (let key = 0; key < 20_000; key++) {
		await pace.count(`${key}`);
		if (key % 100 === 0) await pace.count('one of the hall');
	}
	expect(await pace.count('one of the hall')).toBe(60);
	expect([await pace.count('0'), await pace.count('0')]).toEqual([0, 0]);
});

test('[AC24] what is remembered of a key keeps nothing of the request that it came with', async () => {
	const pace = new RequestPace({ points: 2, duration: 60 });
	const requests = new AsyncLocalStorage<object>();
	const forgotten: WeakRef<object>[] = [];
	for (let key = 0; key < 10; key++) {
		const request = { key };
		forgotten.push(new WeakRef(request));
		await requests.run(request, () => pace.count(`${key}`));
	}
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	await expect
		.poll(() => {
			collect();
			return forgotten.filter((request) => request.deref() !== undefined).length;
		})
		.toBeLessThan(2);
});
