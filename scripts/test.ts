import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { buildIfChanged } from './build.ts';
import { CHECKS } from './check.ts';
import { runAll } from './run-all.ts';

/**
 * `npm test`: checks, unit tests, integration tests and browser tests, each also when an earlier one
 * failed. Ends with `N passed, N failed` alone on the last line, which CI reads.
 */
interface Counts {
	passed: number;
	failed: number;
}

const REPORTS = 'test-results';
const STAGES: Record<string, () => Counts> = {
	Checks: () => runAll(CHECKS),
	'Unit tests': () => runVitest('unit'),
	'Integration tests': runIntegration,
	'Browser tests': runPlaywright
};

mkdirSync(REPORTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(STAGES)) {
	console.log(`\n${name}`);
	const { passed, failed } = attempt(run);
	total.passed += passed;
	total.failed += failed;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

/** A stage that cannot even begin is one failure. */
function attempt(run: () => Counts): Counts {
	try {
		return run();
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}

/** Some of them serve the build. */
function runIntegration(): Counts {
	buildIfChanged();
	return runVitest('integration');
}

function runVitest(project: string): Counts {
	const report = `${REPORTS}/${project}.json`;
	const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return runAndCount('vitest', ['run', '--project', project, ...args], {}, report, (text) => {
		const { numPassedTests, numFailedTests } = JSON.parse(text) as {
			numPassedTests: number;
			numFailedTests: number;
		};
		return { passed: numPassedTests, failed: numFailedTests };
	});
}

function runPlaywright(): Counts {
	process.env.CHROMIUM_PATH = ensureBrowser();
	buildIfChanged();
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
