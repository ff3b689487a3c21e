import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { failure, OUTCOME_FILE, type Outcome } from './outcome.ts';

/** Writes what a run of Playwright came to. Errors outside every test count as failures. */
export default class PlaywrightOutcome implements Reporter {
	private passed = 0;
	private readonly failures: string[] = [];

	onTestEnd(test: TestCase, result: TestResult): void {
		if (test.outcome() === 'expected') this.passed++;
		else if (test.outcome() !== 'skipped')
			this.failures.push(
				failure(test.titlePath().filter(Boolean).join(' › '), saidOf(result.errors))
			);
	}

	onError(error: TestError): void {
		this.failures.push(failure('outside every test', saidOf([error])));
	}

	onEnd(): void {
		const outcome: Outcome = { passed: this.passed, failures: this.failures };
		writeFileSync(process.env[OUTCOME_FILE] ?? '', JSON.stringify(outcome));
	}

	printsToStdio(): boolean {
		return false;
	}
}

function saidOf(errors: readonly TestError[]): (string | undefined)[] {
	return errors.map(({ stack, message, value }) => stack ?? message ?? value);
}
