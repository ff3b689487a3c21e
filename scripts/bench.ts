import { buildIfChanged } from './building/build-if-changed.ts';

/**
 * `npm run bench`: builds when the sources changed since the last build, then measures what was built.
 * tests/bench/main.ts says with which options.
 */
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../tests/bench/main.ts');
