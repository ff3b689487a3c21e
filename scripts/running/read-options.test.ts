import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

function run(...args: string[]) {
	return spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: ROOT, encoding: 'utf8' });
}

describe('[SR2] what a script does not understand is told in a line, with its usage', () => {
	test.each([
		['scripts/verify-data.ts', ['--date', 'x'], "Unknown option '--date'."],
		['scripts/verify-data.ts', ['x'], '"x" means nothing here.'],
		['scripts/verify-data.ts', ['--data'], "Option '--data <value>' argument missing."],
		['scripts/check.ts', ['lints'], 'There is no check "lints".'],
		['scripts/crash.ts', ['--times', 'many'], '--times takes a whole number, not "many".']
	])('%s %j', (script, options, problem) => {
		const { status, stdout, stderr } = run(script, ...options);
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr.split('\n')[0]).toBe(problem);
		expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
	});
});

test.each(['scripts/start.ts', 'scripts/verify-data.ts', 'scripts/check.ts'])(
	'[SR2] --help tells how a script is used, and does nothing else: %s',
	(script) => {
		const { status, stdout, stderr } = run(script, '--help');
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(/^Usage: [^\n]*npm [^\n]+\n$/);
	}
);

test('[SR1] every npm script goes through the one runner', () => {
	const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	expect(
		Object.values(scripts).filter((line) => !line.startsWith('node scripts/run.mjs '))
	).toEqual([]);
});

test('[SR1] a program of the packages keeps its exit code and its output', () => {
	const { status, stdout } = run('prettier', '--version');
	expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
	expect(run('prettier', '--check', 'no-such-file').status).toBe(2);
});
