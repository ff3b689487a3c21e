import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `npm start -- [--json]`: builds when the sources changed since the last build, then serves in this process.
 * Settings come from the environment (docs/configuration.md).
 */
readOptions('npm start -- [--json]', { json: { type: 'boolean' } });
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../server/index.ts');
