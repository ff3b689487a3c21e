import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { failure, OUTCOME_FILE, type Outcome } from './outcome.ts';

/**
 * Writes what a run of Vitest came to. Errors outside every test count as failures, which Vitest's own JSON
 * leaves out.
 */
export default class VitestOutcome implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const failures = [
			...modules.map((module) => said(module.relativeModuleId, module.errors())),
			...modules
				.flatMap((module) => [...module.children.allSuites()])
				.map((suite) =>
					said(`${suite.module.relativeModuleId} › ${suite.fullName}`, suite.errors())
				),
			...tests.map((test) =>
				said(`${test.module.relativeModuleId} › ${test.fullName}`, test.result().errors ?? [])
			),
			...unhandled.map((error) => said('outside every test', [error]))
		].filter((text) => text !== undefined);
		const passed = tests.filter((test) => test.result().state === 'passed').length;
		const outcome: Outcome = { passed, failures };
		writeFileSync(process.env[OUTCOME_FILE] ?? '', JSON.stringify(outcome));
	}
}

function said(name: string, errors: readonly SerializedError[]): string | undefined {
	if (errors.length === 0) return undefined;
	return failure(
		name,
		errors.map(({ message, stack }) => stack ?? message)
	);
}
