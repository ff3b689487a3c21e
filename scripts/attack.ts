import { buildIfChanged } from './building/build-if-changed.ts';

/**
 * `npm run attack`: builds when the sources changed since the last build, then plays the attacks of
 * docs/security.md. tests/attack/main.ts says with which options.
 */
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../tests/attack/main.ts');
