import { globSync, readFileSync } from 'node:fs';
import { ruleProblems } from './rule-problems.ts';

/** Prints where the rules of docs/spec.md and those who name them do not agree, and exits with 1 then. */
const NAMING = [
	'{src,server,tests,migrations}/**/*.{ts,svelte}',
	'scripts/**/*.{ts,js,mjs}',
	'docs/**/*.md',
	'*.md'
];

const files = globSync(NAMING, { exclude: ['src/lib/paraglide'] }).map((file) => ({
	file,
	text: readFileSync(file, 'utf8')
}));
const problems = ruleProblems(readFileSync('docs/spec.md', 'utf8'), files);
for (const problem of problems) console.log(problem);
process.exitCode = problems.length ? 1 : 0;
