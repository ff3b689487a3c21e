// Runs what an npm script names, on a bare clone too: makes the project ready, then runs it on the pinned Node.
//   node scripts/run.mjs scripts/demo.ts --port 3000    a script of ours
//   node scripts/run.mjs prettier --write .             a program of the packages
// Every npm script goes through here, so this is built-ins only and valid on Node 20.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PINNED_NODE, ROOT, setUp } from './setup.mjs';

const [what = '', ...given] = process.argv.slice(2);
setUp();
process.chdir(ROOT);
process.env.PATH = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);

if (!what.endsWith('.ts')) runBeside(what, given);
else if (realpathSync(process.execPath) === realpathSync(PINNED_NODE)) await runHere(what, given);
else runBeside(PINNED_NODE, [what, ...given]);

/**
 * In this process, as if it had been started with the script.
 *
 * @param {string} script
 * @param {string[]} options
 */
async function runHere(script, options) {
	const path = join(ROOT, script);
	process.argv = [process.execPath, path, ...options];
	await import(pathToFileURL(path).href);
}

/**
 * In a process of its own, which is told the signals and whose end is this one's.
 *
 * @param {string} command
 * @param {string[]} options
 */
function runBeside(command, options) {
	const child = spawn(command, options, { stdio: 'inherit' });
	// A terminal tells both of Ctrl+C, and a second one would end a server before it has stored what it holds.
	process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('error', ({ message }) => {
		process.stderr.write(`${command} cannot be started: ${message}\n`);
		process.exitCode = 1;
	});
	child.on('exit', (code, signal) => {
		process.exitCode = code ?? 128 + constants.signals[signal ?? 'SIGTERM'];
	});
}
