import { buildIfChanged } from './build.ts';

/** `npm start`: builds when the sources changed since the last build, then serves in this process. */
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../server/index.ts');
