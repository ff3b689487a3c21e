/** What a part of the tests came to; each failure is its name with what was said of it below. */
export interface Outcome {
	readonly passed: number;
	readonly failures: readonly string[];
}

/** The file to which a test runner's reporter writes its {@link Outcome} as JSON. */
export const OUTCOME_FILE = 'OUTCOME_FILE';

/** Lines of one failure that are said again at the end. */
const MOST_LINES = 25;

/** A failure with what was said of it, cut where it is long. */
export function failure(name: string, said: readonly (string | undefined)[]): string {
	const lines = said
		.filter((text) => text !== undefined)
		.join('\n')
		.split('\n');
	return [name, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join('\n');
}
