import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../tests/support/until.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'tachawor-supervise-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A supervisor in a process of its own, over a program whose runs are counted in a file. */
async function supervised(program: string, pauses = { first: 20, most: 50, wellAfter: 60_000 }) {
	const child = join(folder, 'child.mjs');
	await writeFile(
		child,
		`import { appendFileSync, readFileSync } from 'node:fs';
		appendFileSync(${JSON.stringify(join(folder, 'runs'))}, process.pid + '\\n');
		const run = readFileSync(${JSON.stringify(join(folder, 'runs'))}, 'utf8').trim().split('\\n').length;
		const stay = () => setInterval(() => undefined, 1000);
		${program}`
	);
	const main = join(folder, 'main.mjs');
	await writeFile(
		main,
		`import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'supervise.ts'))};
		process.exitCode = await supervise({
			command: [${JSON.stringify(child)}],
			say: (sentence) => console.error(sentence),
			pauses: ${JSON.stringify(pauses)}
		});`
	);
	const running = spawn(process.execPath, [main], { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	running.stderr.on('data', (data: Buffer) => (said += data.toString()));
	const ended = once(running, 'close').then(([code]: (number | null)[]) => code);
	return {
		running,
		ended,
		sentences: () => said.split('\n').filter((line) => line.includes('started again')),
		runs: async () =>
			(await readFile(join(folder, 'runs'), 'utf8').catch(() => '')).split('\n').filter(Boolean)
	};
}

const STOPPABLE = `process.on('message', (message) => message === 'stop' && process.exit(0));
	process.on('disconnect', () => process.exit(0)); stay();`;

test('[SU1] a server that died is started again, after a pause that grows, and that is said', async () => {
	const { ended, sentences, runs } = await supervised('process.exit(run < 5 ? 1 : 0);');
	expect(await ended).toBe(0);
	expect(await runs()).toHaveLength(5);
	expect(sentences().map((line) => /\(exit code 1\).* in ([\d.]+) s/.exec(line)?.[1])).toEqual([
		'0.02',
		'0.04',
		'0.05',
		'0.05'
	]);
});

test('[SU1] after one that ran well the pause is short again', async () => {
	const pauses = { first: 20, most: 5000, wellAfter: 0 };
	const { ended, sentences } = await supervised('process.exit(run < 4 ? 3 : 0);', pauses);
	expect(await ended).toBe(0);
	expect(sentences()).toHaveLength(3);
	for (const sentence of sentences())
		expect(sentence).toContain('(exit code 3). It is started again in 0.02 s');
});

test('[SU2] one that was killed comes back, too', async () => {
	const { running, ended, runs } = await supervised(STOPPABLE);
	await until('it runs', async () => (await runs()).length === 1);
	process.kill(Number((await runs())[0]), 'SIGKILL');
	await until('it runs again', async () => (await runs()).length === 2);
	running.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test.each(['SIGTERM', 'SIGINT'] as const)('[SU3] %s stops it gracefully', async (signal) => {
	const { running, ended, runs, sentences } = await supervised(STOPPABLE);
	await until('it runs', async () => (await runs()).length === 1);
	running.kill(signal);
	expect(await ended).toBe(0);
	expect(sentences()).toEqual([]);
});

test('[SU3] a second signal ends one that does not stop', async () => {
	const { running, ended, runs } = await supervised(
		`process.on('message', () => appendFileSync(${JSON.stringify(join(folder, 'runs'))}, 'asked')); stay();`
	);
	await until('it runs', async () => (await runs()).length === 1);
	running.kill('SIGTERM');
	await until('it was asked', async () => (await runs())[1] === 'asked');
	running.kill('SIGTERM');
	expect(await ended).toBe(137);
});

test('[SU3] a stop in a pause ends the waiting', async () => {
	const pauses = { first: 60_000, most: 60_000, wellAfter: 60_000 };
	const { running, ended, sentences } = await supervised('process.exit(1);', pauses);
	await until('it waits', () => sentences().length === 1);
	running.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test('[SU4] what trying again cannot mend is not tried again', async () => {
	const { ended, runs, sentences } = await supervised('process.exit(78);');
	expect(await ended).toBe(78);
	expect(await runs()).toHaveLength(1);
	expect(sentences()).toEqual([]);
});

test('[SU5] a server whose supervisor is gone ends by itself', async () => {
	const { running, runs } = await supervised(STOPPABLE);
	await until('it runs', async () => (await runs()).length === 1);
	const pid = Number((await runs())[0]);
	running.kill('SIGKILL');
	await until('it is gone', () => {
		try {
			process.kill(pid, 0);
			return false;
		} catch {
			return true;
		}
	});
});
