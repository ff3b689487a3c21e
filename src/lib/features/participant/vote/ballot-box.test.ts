import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '../../../../../tests/support/memory-storage.ts';
import { BallotBox } from './ballot-box.svelte.ts';
import type { Dots } from './dots.ts';

/** The server, and a network that may lose its answers. */
const server = { ballot: {} as Dots, answers: true };

beforeEach(() => {
	server.ballot = {};
	server.answers = true;
	vi.stubGlobal('localStorage', memoryStorage());
	vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => {
		if (init?.method === 'PUT')
			server.ballot = (JSON.parse(init.body as string) as { dots: Dots }).dots;
		if (!server.answers) return Promise.reject(new TypeError('the answer is lost'));
		const options = ['a', 'b'].map((clusterId) => ({ clusterId, title: { ar: clusterId } }));
		const sheet = { state: 'open', budget: 3, cap: 2, options, ballot: server.ballot };
		return Promise.resolve(Response.json(sheet));
	});
});
afterEach(() => vi.unstubAllGlobals());

async function open(): Promise<BallotBox> {
	const box = new BallotBox('vote', 'me');
	await box.load();
	return box;
}

test('[VO12] what the server answered is recorded, and changing it is not', async () => {
	const box = await open();
	expect([box.recorded, box.changed]).toEqual([false, false]);
	box.place('a', 1);
	await box.cast();
	expect([box.recorded, box.changed]).toEqual([true, false]);
	box.place('b', 1);
	expect([box.recorded, box.changed]).toEqual([false, true]);
});

test('[VO12] after a lost answer nothing is told as recorded until the server said what it has', async () => {
	const box = await open();
	box.place('a', 1);
	await box.cast();
	box.place('b', 1);
	server.answers = false;
	await box.cast();
	box.place('b', -1);
	// The server has both dots, and only one stands here.
	expect([box.recorded, box.changed, box.offline]).toEqual([false, true, true]);
	server.answers = true;
	await box.retry();
	expect([box.recorded, box.changed, box.offline]).toEqual([false, true, false]);
	await box.cast();
	expect([box.recorded, server.ballot]).toEqual([true, { a: 1 }]);
});

test('[VO12] a first ballot whose answer was lost can be taken back', async () => {
	const box = await open();
	box.place('a', 1);
	server.answers = false;
	await box.cast();
	box.place('a', -1);
	expect(box.changed).toBe(true);
	server.answers = true;
	await box.retry();
	expect(box.changed).toBe(true);
	await box.cast();
	expect([box.changed, server.ballot]).toEqual([false, {}]);
});
