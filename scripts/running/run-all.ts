import { spawn } from 'node:child_process';
import { failure, type Outcome } from './outcome.ts';

/** A name for people, then the command with its arguments. */
export type Step = readonly [name: string, command: string, ...args: readonly string[]];

/**
 * Runs every step, also after one has failed, so that one run shows everything that is wrong; `atOnce` of them
 * beside one another, begun in their order. What a step prints is shown only when it fails.
 */
export async function runAll(steps: readonly Step[], { atOnce = 1 } = {}): Promise<Outcome> {
	const failures: string[] = [];
	const queue = [...steps];
	const workThrough = async (): Promise<void> => {
		for (let step = queue.shift(); step; step = queue.shift()) {
			const failed = await runStep(step);
			if (failed !== undefined) failures.push(failed);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, workThrough));
	return { passed: steps.length - failures.length, failures };
}

/** The failure, when the command failed or could not be started. */
async function runStep([name, command, ...args]: Step): Promise<string | undefined> {
	const began = performance.now();
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const output: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => void output.push(data));
	const status = await new Promise<number | null>((resolve) => {
		child.on('error', ({ message }) => {
			output.push(Buffer.from(message));
			resolve(null);
		});
		child.on('close', resolve);
	});
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	const printed = Buffer.concat(output).toString().trimEnd();
	if (status !== 0) console.log(printed);
	console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
	return status === 0 ? undefined : failure(name, [printed]);
}
