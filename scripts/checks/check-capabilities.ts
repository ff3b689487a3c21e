import { existsSync, readFileSync } from 'node:fs';
import { capabilityProblems } from './capability-problems.ts';

/** Prints what docs/capabilities.md says that is not so, and exits with 1 then. */
const problems = capabilityProblems(readFileSync('docs/capabilities.md', 'utf8'), {
	read: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
});
for (const problem of problems) console.log(`docs/capabilities.md: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
