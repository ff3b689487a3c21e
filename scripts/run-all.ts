import { spawnSync } from 'node:child_process';

/** What a step may print, in bytes. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** A name for people, then the command with its arguments. */
export type Step = readonly [name: string, command: string, ...args: readonly string[]];

/**
 * Runs every step in turn, also after one has failed, so that one run shows everything that is wrong.
 * What a step prints is shown only when it fails.
 */
export function runAll(steps: readonly Step[]): { passed: number; failed: number } {
	const counts = { passed: 0, failed: 0 };
	for (const [name, command, ...args] of steps) {
		const began = performance.now();
		const { status, stdout, stderr } = spawnSync(command, args, {
			encoding: 'utf8',
			maxBuffer: MAX_OUTPUT
		});
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		const ok = status === 0;
		if (!ok) console.log(`${stdout}${stderr}`.trimEnd());
		console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
		counts[ok ? 'passed' : 'failed'] += 1;
	}
	return counts;
}
