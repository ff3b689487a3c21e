import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CHECKS, GENERATED } from './checks/all-checks.ts';
import { ensureBrowser } from './running/browser.ts';
import { readOptions } from './running/read-options.ts';
import { runAll, type Step } from './running/run-all.ts';

/**
 * `npm test`: checks, unit tests, integration tests and browser tests, each also when an earlier one
 * failed. Ends with `N passed, N failed` alone on the last line, which CI reads.
 */
interface Counts {
	passed: number;
	failed: number;
}

/** Part of the checks, since it is as long as they are and keeps one core busy; the tests find it built. */
const BUILD: Step = ['build', 'node', 'scripts/building/build-once.ts'];

const REPORTS = 'test-results';
const STAGES: Record<string, () => Counts | Promise<Counts>> = {
	Generated: () => runAll(GENERATED),
	Checks: () => runAll([BUILD, ...CHECKS], { atOnce: 2 }),
	'Unit and integration tests': runVitest,
	'Browser tests': runPlaywright
};

readOptions('npm test (one part, file or rule: npm run test:unit, test:integration, test:e2e)', {});
mkdirSync(REPORTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(STAGES)) {
	const began = performance.now();
	console.log(`\n${name}`);
	const { passed, failed } = await attempt(run);
	console.log(`${name}: ${((performance.now() - began) / 1000).toFixed()} s`);
	total.passed += passed;
	total.failed += failed;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

/** A stage that cannot even begin is one failure. */
async function attempt(run: () => Counts | Promise<Counts>): Promise<Counts> {
	try {
		return await run();
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}

/** Both projects in one run, so that they share what was compiled. */
function runVitest(): Counts {
	const report = `${REPORTS}/vitest.json`;
	const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return runAndCount('vitest', ['run', ...args], {}, report, (text) => {
		const { numPassedTests, numFailedTests } = JSON.parse(text) as {
			numPassedTests: number;
			numFailedTests: number;
		};
		return { passed: numPassedTests, failed: numFailedTests };
	});
}

function runPlaywright(): Counts {
	process.env.CHROMIUM_PATH = ensureBrowser();
	const report = `${REPORTS}/browser.json`;
	const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
	return runAndCount(
		'playwright',
		['test', '--reporter=list,json'],
		environment,
		report,
		(text) => {
			const { stats } = JSON.parse(text) as { stats: { expected: number; unexpected: number } };
			return { passed: stats.expected, failed: stats.unexpected };
		}
	);
}

/** A runner that fails without a failed test (a file that does not load, no test at all) is one failure. */
function runAndCount(
	command: string,
	args: string[],
	environment: Record<string, string>,
	report: string,
	count: (text: string) => Counts
): Counts {
	rmSync(report, { force: true });
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		env: { ...process.env, ...environment }
	});
	const { passed, failed } = count(readFileSync(report, 'utf8'));
	return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}
