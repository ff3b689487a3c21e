import { expect, test } from 'vitest';
import type { CheckpointAnswer } from './checkpoint-worker.ts';
import { Checkpoints, type Copier } from './checkpoints.ts';
import { Turn } from './turn.ts';

const LARGE = 32 * 1024 * 1024;

test('[DB5] the log is copied once it has grown, first beside the writers, then in a turn of its own', async () => {
	const turn = new Turn();
	const asked: string[] = [];
	const done: ((answer: CheckpointAnswer) => void)[] = [];
	const copier: Copier = {
		ask(question) {
			asked.push(question);
			return new Promise((resolve) => done.push(resolve));
		},
		close: () => Promise.resolve()
	};
	const checkpoints = new Checkpoints(copier, turn, (error) => expect.unreachable(String(error)));
	const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
	checkpoints.grow(100);
	expect(asked).toEqual([]);
	await turn.take();
	checkpoints.grow(LARGE);
	checkpoints.grow(LARGE);
	done.shift()?.({ busy: false });
	await settled();
	// A writer has its turn.
	expect(asked).toEqual(['beside']);
	turn.leave();
	await settled();
	expect(asked).toEqual(['beside', 'alone']);
	let next = false;
	void turn.take().then(() => (next = true));
	await settled();
	expect(next).toBe(false);
	done.shift()?.({ busy: false });
	await settled();
	expect(next).toBe(true);
	await checkpoints.close();
});

test('[DB6] a copy that fails is reported, keeps nobody from writing, and is tried again later', async () => {
	const turn = new Turn();
	const reports: unknown[] = [];
	const copier: Copier = {
		ask: () => Promise.reject(new Error('the disk is full')),
		close: () => Promise.resolve()
	};
	const checkpoints = new Checkpoints(copier, turn, (error) => reports.push(error));
	for (const expected of [1, 2]) {
		checkpoints.grow(LARGE);
		await checkpoints.close();
		expect(reports).toHaveLength(expected);
		await turn.take();
		turn.leave();
	}
});

test('[VO13] erasing waits for a copy under way, and is tried again while others read', async () => {
	const turn = new Turn();
	const asked: string[] = [];
	const copier: Copier = {
		ask(question) {
			asked.push(question);
			const erasing = asked.filter((one) => one === 'erase').length;
			return Promise.resolve({ busy: question === 'erase' && erasing < 3 });
		},
		close: () => Promise.resolve()
	};
	const checkpoints = new Checkpoints(copier, turn, (error) => expect.unreachable(String(error)));
	checkpoints.grow(LARGE);
	await checkpoints.erase();
	expect(asked).toEqual(['beside', 'alone', 'beside', 'erase', 'erase', 'erase']);
});
