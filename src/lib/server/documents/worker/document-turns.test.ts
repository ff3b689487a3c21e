import { expect, test } from 'vitest';
import { documentTurns } from './document-turns.ts';

/** A task that runs until it is told to end. */
function task(log: string[], name: string) {
	let end = (): void => undefined;
	const ended = new Promise<void>((resolve) => (end = resolve));
	return {
		end,
		run: async () => {
			log.push(name);
			await ended;
			return name;
		}
	};
}

test('[DX10] at most so many run at a time, the others in the order in which they came', async () => {
	const inTurn = documentTurns(2);
	const log: string[] = [];
	const tasks = ['a', 'b', 'c', 'd'].map((name) => task(log, name));
	const running = tasks.map(({ run }) => inTurn(run));
	expect(log).toEqual(['a', 'b']);
	tasks[1]!.end();
	expect(await running[1]).toBe('b');
	await Promise.resolve();
	expect(log).toEqual(['a', 'b', 'c']);
	for (const { end } of tasks) end();
	expect(await Promise.all(running)).toEqual(['a', 'b', 'c', 'd']);
});

test('[DX10] whoever goes away while waiting leaves the place to the next', async () => {
	const inTurn = documentTurns(1);
	const log: string[] = [];
	const [first, gone, last] = ['first', 'gone', 'last'].map((name) => task(log, name));
	const leaving = new AbortController();
	const running = inTurn(first!.run);
	const waiting = inTurn(gone!.run, leaving.signal);
	const after = inTurn(last!.run);
	leaving.abort(new Error('left'));
	await expect(waiting).rejects.toThrow('left');
	first!.end();
	last!.end();
	expect(await Promise.all([running, after])).toEqual(['first', 'last']);
	expect(log).toEqual(['first', 'last']);
	await expect(inTurn(gone!.run, leaving.signal)).rejects.toThrow('left');
});

test('[DX10] a task that fails frees its place', async () => {
	const inTurn = documentTurns(1);
	await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await inTurn(() => Promise.resolve('yes'))).toBe('yes');
});
