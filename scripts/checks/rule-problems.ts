import { testTitles } from './test-titles.ts';

/** A file by its path and its text. */
export interface SourceText {
	readonly file: string;
	readonly text: string;
}

/** The id of a rule, as `GT4`, in brackets. */
const NAMED = /\[([A-Z][A-Z0-9]*[0-9])\]/g;

/** A rule of the specification, at the beginning of its line. */
const RULE = /^- \*\*\[([A-Z][A-Z0-9]*[0-9])\]\*\*/gm;

/**
 * What is wrong between the rules of the specification and those who name them, a line each: a rule that
 * stands twice, one that no test's title names, a name that no rule has.
 */
export function ruleProblems(specification: string, files: readonly SourceText[]): string[] {
	const rules = idsIn(specification, RULE);
	const known = new Set(rules);
	const titled = new Set(
		files
			.filter(({ file }) => file.endsWith('.test.ts'))
			.flatMap(({ file, text }) => testTitles(file, text))
			.flatMap((title) => idsIn(title, NAMED))
	);
	const twice = rules.filter((rule, index) => rules.indexOf(rule) !== index);
	const unknown = files.flatMap(({ file, text }) =>
		[...new Set(idsIn(text, NAMED))]
			.filter((rule) => !known.has(rule))
			.map((rule) => `${file}: [${rule}] is no rule of docs/spec.md`)
	);
	return [
		...twice.map((rule) => `docs/spec.md: [${rule}] stands twice`),
		...[...known]
			.filter((rule) => !titled.has(rule))
			.map((rule) => `docs/spec.md: no test has [${rule}] in its title`),
		...unknown
	];
}

function idsIn(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, id]) => id ?? '');
}
