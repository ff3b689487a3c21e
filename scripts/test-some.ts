import { spawnSync } from 'node:child_process';
import { buildIfChanged } from './building/build-if-changed.ts';
import { GENERATED } from './checks/all-checks.ts';
import { ensureBrowser } from './running/browser.ts';
import { endWith, readOptionsAndWords } from './running/read-options.ts';
import { runAll } from './running/run-all.ts';

/**
 * `npm run test:unit|test:integration|test:e2e -- [file]… [-t TEXT] [--watch] [--trace]`: the tests of one kind, those of
 * some files, or those in whose names a text stands as it is, such as the id of a rule: `-t '[GT4]'`.
 * `--trace` keeps what a browser test did, for `npx playwright show-trace`.
 */
const kind = process.argv[2] ?? '';
const USAGE = `npm run test:${kind} -- [part of a file's path]… [-t TEXT] [--watch] [--trace]`;
const { values, positionals } = readOptionsAndWords(USAGE, {
	testNamePattern: { type: 'string', short: 't' },
	watch: { type: 'boolean', default: false },
	trace: { type: 'boolean', default: false }
});
const files = positionals.slice(1);

/** Both runners take a regular expression. */
const name = values.testNamePattern?.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const RUNNERS: Readonly<Record<string, () => string[]>> = {
	unit: () => vitest('unit'),
	integration() {
		buildIfChanged();
		return vitest('integration');
	},
	e2e() {
		if (values.watch) endWith('Browser tests are not watched.', USAGE);
		process.env.CHROMIUM_PATH = ensureBrowser();
		const traced = values.trace ? ['--trace', 'on'] : [];
		const only = name === undefined ? [] : ['--grep', name];
		return ['playwright', 'test', ...files, ...only, ...traced];
	}
};

const runner = RUNNERS[kind];
if (!runner) endWith(`There are no tests of the kind ${JSON.stringify(kind)}.`, USAGE);
if ((await runAll(GENERATED)).failures.length > 0) process.exit(1);
const [command = '', ...args] = runner();
process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

function vitest(project: string): string[] {
	const how = values.watch ? 'watch' : 'run';
	const only = name === undefined ? [] : ['--testNamePattern', name];
	if (values.trace) endWith('Only browser tests leave a trace.', USAGE);
	return ['vitest', how, '--project', project, ...only, ...files];
}
