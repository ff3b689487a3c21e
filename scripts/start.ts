import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `[PORT=3000] [DATA_DIR=./data] npm start [-- --json]`: builds when the sources changed since the last build, then serves in this process.
 * These and other settings come from the environment (docs/configuration.md).
 */
readOptions('[PORT=3000] [DATA_DIR=./data] npm start [-- --json]', { json: { type: 'boolean' } });
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
await import('../server/index.ts');
