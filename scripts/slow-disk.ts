import { buildIfChanged } from './building/build-if-changed.ts';

/**
 * `npm run slow-disk`: builds when the sources changed since the last build, then measures what was built on
 * a disk that is slow to sync. tests/slow-disk/main.ts says with which options.
 */
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../tests/slow-disk/main.ts');
