import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findGateChecks, type GateCheck } from './checks/gate-checks.ts';
import { readOptionsAndWords } from './running/read-options.ts';

/**
 * `npm run mutate`: takes out each check of the gate in turn, in a copy of the project, and runs the
 * tests that the gate has. Ends with 1 where the tests pass without a check, and names it. A filter, as
 * in `npm run mutate -- future-delete`, takes only the checks whose file or reason holds it.
 */
const COPIED = [
	'package.json',
	'migrations',
	'src/lib',
	'tests/fuzz',
	'tests/support',
	'tests/integration/rooms/attacks.test.ts'
];

/** Milliseconds after which a suite counts as failed: without a check the gate may never come to an end. */
const PATIENCE = 180_000;

/** The cheapest first; each is asked only about what those before it let pass. */
const SUITES = [
	['unit tests', 'src/lib/gate'],
	['fuzz', 'tests/fuzz'],
	['attacks', 'tests/integration/rooms/attacks']
] as const;
type SuiteName = (typeof SUITES)[number][0];

const CONFIG = `export default {
	test: { include: ['src/lib/gate/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout: 60_000 }
};
`;

const { positionals } = readOptionsAndWords('npm run mutate -- [part of a file or reason]', {});
const [filter = ''] = positionals;
const checks = findGateChecks().filter(({ file, reason }) => `${file} ${reason}`.includes(filter));
const survivors: GateCheck[] = [];
const killedBy: Record<SuiteName, number> = { 'unit tests': 0, fuzz: 0, attacks: 0 };

const queue = [...checks];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, workThrough));

const counts = Object.entries(killedBy).map(([suite, count]) => `${count} by ${suite}`);
console.log(`${checks.length} checks taken out: ${counts.join(', ')}, ${survivors.length} by none`);
process.exitCode = survivors.length > 0 || checks.length === 0 ? 1 : 0;

async function workThrough(): Promise<void> {
	const folder = copyProject();
	try {
		const fault = await firstFailure(folder);
		if (fault) throw new Error(`The ${fault} fail with every check in its place.`);
		for (let check = queue.shift(); check; check = queue.shift()) {
			const original = join(folder, check.file);
			writeFileSync(original, check.without);
			const suite = await firstFailure(folder);
			cpSync(check.file, original);
			const what = `${check.file}:${check.line} ${check.reason}`;
			console.log(suite ? `✓ ${what}: found by ${suite}` : `✗ ${what}: nothing fails without it`);
			if (suite) killedBy[suite]++;
			else survivors.push(check);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Only what the tests of the gate need; the checkout is never written. */
function copyProject(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tachawor-mutate-'));
	for (const path of COPIED) cpSync(path, join(folder, path), { recursive: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'vitest.config.js'), CONFIG);
	return folder;
}

/** The first suite that fails in the copy; undefined when all pass. */
async function firstFailure(folder: string): Promise<SuiteName | undefined> {
	for (const [suite, path] of SUITES) if (!(await passes(folder, path))) return suite;
	return undefined;
}

function passes(folder: string, path: string): Promise<boolean> {
	const vitest = spawn('vitest', ['run', path, '--bail', '1', '--reporter', 'dot'], {
		cwd: folder,
		stdio: 'ignore',
		timeout: PATIENCE
	});
	return new Promise((done, fail) => {
		vitest.on('error', fail);
		vitest.on('exit', (code) => done(code === 0));
	});
}
