import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** What a build is made of. */
const SOURCES = [
	'src/**/*',
	'static/**/*',
	'messages/**/*.json',
	'migrations/**/*.ts',
	'project.inlang/settings.json',
	'scripts/building/*.ts',
	'scripts/sources/*.ts',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

const GENERATED = 'src/lib/paraglide';

/** A hash over the names and contents of everything that a build is made of, but for tests. */
export function sourceHash(): string {
	const hash = createHash('sha256');
	const files = globSync(SOURCES, { withFileTypes: true, exclude: [GENERATED] })
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
		.map((entry) => `${entry.parentPath}/${entry.name}`);
	for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file));
	return hash.digest('hex');
}
