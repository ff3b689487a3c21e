// Makes a bare clone ready: packages and the pinned Node, once for each package-lock.json. Every npm script
// begins with it (run.mjs), so it is built-ins only, valid on Node 20, and silent once there is nothing to do.
// Everything it says goes to stderr: what a script prints on stdout belongs to the script.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './building/one-at-a-time.mjs';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The Node that the project runs on, once it is set up. */
export const PINNED_NODE = join(ROOT, 'node_modules/node/bin/node');

const lockPath = join(ROOT, 'package-lock.json');
const stampPath = join(ROOT, 'node_modules/.setup-stamp');

const lockText = readFileSync(lockPath, 'utf8');
const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform} ${process.arch}\n`;

/** Installs what is missing. Ends the process with 1 when npm does not succeed. */
export function setUp() {
	if (!isStamped()) oneAtATime(join(ROOT, '.setup-lock'), install);
}

function install() {
	// Another one may have done it meanwhile.
	if (isStamped()) return;
	if (!installedPackagesMatch()) {
		say('Installing the packages (once, about half a minute) …');
		npm('ci', '--ignore-scripts', '--include=dev', '--loglevel=error');
	}
	if (!existsSync(PINNED_NODE)) {
		say('Fetching the pinned Node (once) …');
		// Only this package's script may run (see allowScripts); it installs the binary for this machine.
		npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
	}
	writeFileSync(stampPath, stamp);
}

function isStamped() {
	return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp;
}

/** True when a developer's own `npm install` already left what the lock file asks for. */
function installedPackagesMatch() {
	const installedPath = join(ROOT, 'node_modules/.package-lock.json');
	if (!existsSync(installedPath)) return false;
	const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
	return Object.entries(JSON.parse(lockText).packages).every(
		([path, wanted]) =>
			path === '' ||
			(path in installed ? installed[path].version === wanted.version : wanted.optional === true)
	);
}

/** @param {string[]} args */
function npm(...args) {
	// npm's own Node: the pinned one may be about to be replaced while it runs this file.
	const cli = process.env.npm_execpath ?? '';
	const node = process.env.npm_node_execpath ?? process.execPath;
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
	const { status, error } = cli.endsWith('npm-cli.js')
		? spawnSync(node, [cli, ...args], options)
		: spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
	if (status === 0) return;
	say(`"npm ${args.join(' ')}" did not succeed${error ? `: ${error.message}` : ''}.`);
	process.exit(1);
}

/** @param {string} line */
function say(line) {
	process.stderr.write(`${line}\n`);
}
