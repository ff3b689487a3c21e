import { SERVER_COMMAND } from '../server/command.ts';
import { supervise } from '../server/supervise.ts';
import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `[PORT=3000] [DATA_DIR=./data] npm start [-- --json]`: builds when the sources changed since the last build, then serves in a process
 * of its own, which is started again when it dies (see server/supervise.ts). These and other settings come from the environment (docs/configuration.md).
 */
readOptions('[PORT=3000] [DATA_DIR=./data] npm start [-- --json]', { json: { type: 'boolean' } });
try {
	buildIfChanged();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
process.exitCode = await supervise({
	command: [...SERVER_COMMAND, ...process.argv.slice(2)],
	say: (sentence) => console.error(sentence)
});
