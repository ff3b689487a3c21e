import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CHECKS, GENERATED } from './checks/all-checks.ts';
import { ensureBrowser } from './running/browser.ts';
import { failure, OUTCOME_FILE, type Outcome } from './running/outcome.ts';
import { readOptions } from './running/read-options.ts';
import { runAll, type Step } from './running/run-all.ts';

/** Part of the checks, since it is as long as they are and keeps one core busy; the tests find it built. */
const BUILD: Step = ['build', 'node', 'scripts/building/build-once.ts'];

const REPORTS = 'test-results';
const REPORTERS = './scripts/running';
const STAGES: Record<string, () => Outcome | Promise<Outcome>> = {
	Generated: () => runAll(GENERATED),
	Checks: () => runAll([BUILD, ...CHECKS], { atOnce: 2 }),
	'Unit and integration tests': runVitest,
	'Browser tests': runPlaywright
};

/**
 * `npm test`: checks, unit tests, integration tests and browser tests, each also when an earlier one
 * failed. What failed is said again at the end, which ends with `N passed, N failed` alone on the last line,
 * which CI reads.
 */
readOptions('npm test (one part, file or rule: npm run test:unit, test:integration, test:e2e)', {});
mkdirSync(REPORTS, { recursive: true });
let passed = 0;
const failures: string[] = [];
for (const [name, run] of Object.entries(STAGES)) {
	const began = performance.now();
	console.log(`\n${name}`);
	const outcome = await attempt(name, run);
	console.log(`${name}: ${((performance.now() - began) / 1000).toFixed()} s`);
	passed += outcome.passed;
	failures.push(...outcome.failures);
}
process.exitCode = failures.length > 0 ? 1 : 0;
for (const text of failures) console.log(`\n✗ ${text}`);
console.log(`\n${passed} passed, ${failures.length} failed`);

/** A stage that cannot even begin is one failure. */
async function attempt(name: string, run: () => Outcome | Promise<Outcome>): Promise<Outcome> {
	try {
		return await run();
	} catch (error) {
		return { passed: 0, failures: [failure(name, [String(error)])] };
	}
}

/** Both projects in one run, so that they share what was compiled. */
function runVitest(): Outcome {
	return runTests('vitest', [
		'run',
		'--reporter=default',
		`--reporter=${REPORTERS}/vitest-outcome.ts`
	]);
}

function runPlaywright(): Outcome {
	process.env.CHROMIUM_PATH = ensureBrowser();
	return runTests('playwright', ['test', `--reporter=list,${REPORTERS}/playwright-outcome.ts`]);
}

/** A runner that fails without a failed test, as when there is no test at all, is one failure. */
function runTests(command: string, args: string[]): Outcome {
	const file = `${REPORTS}/${command}.json`;
	rmSync(file, { force: true });
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		env: { ...process.env, [OUTCOME_FILE]: file }
	});
	const outcome = JSON.parse(readFileSync(file, 'utf8')) as Outcome;
	if (status === 0 || outcome.failures.length > 0) return outcome;
	return { ...outcome, failures: [failure(command, [`ended with ${status}`])] };
}
