import { chromium } from '@playwright/test';
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';

/** The one without windows first: it draws the same pages in two thirds of the time. */
const PROGRAMS = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable'
];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const DEBIAN = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
const MINUTES = 60_000;

/**
 * The browser for the tests: CHROMIUM_PATH, else an installed Chromium or Chrome, else Playwright's own.
 * Undefined when none of them starts.
 */
export function findBrowser(): string | undefined {
	const chosen = process.env.CHROMIUM_PATH;
	return (chosen ? [chosen] : [...PROGRAMS, MAC, chromium.executablePath()])
		.map(pathOf)
		.find(starts);
}

/** As {@link findBrowser}, but installs one where there is none. Throws what was tried when nothing worked. */
export function ensureBrowser(): string {
	const found = findBrowser();
	if (found) return found;
	const tried = [
		process.env.CHROMIUM_PATH
			? `CHROMIUM_PATH (${process.env.CHROMIUM_PATH}) does not start`
			: `none of ${PROGRAMS.join(', ')} starts`
	];
	for (const [name, install] of Object.entries(INSTALLERS)) {
		process.stderr.write(`Installing a browser for the tests (once): ${name} …\n`);
		const problem = install();
		const path = findBrowser();
		if (path) return path;
		tried.push(`${name}: ${problem || 'what it installed does not start'}`);
	}
	throw new Error(
		`The browser tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH. Tried:\n  ${tried.join('\n  ')}`
	);
}

/** Each gives what went wrong, or '' when all went well. */
const INSTALLERS: Record<string, () => string> = {
	'playwright install chromium': () =>
		run('playwright', ['install', 'chromium', '--no-shell'], {
			timeout: 4 * MINUTES,
			env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
		}),
	'apt-get install chromium-headless-shell': () => aptGet('chromium-headless-shell'),
	'apt-get install chromium': () => aptGet('chromium')
};

function aptGet(name: string): string {
	if (process.getuid?.() !== 0) return 'needs to be root';
	return (
		run('apt-get', ['update', '-qq'], { timeout: 3 * MINUTES, ...DEBIAN }) ||
		run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
			timeout: 5 * MINUTES,
			...DEBIAN
		})
	);
}

function run(command: string, args: string[], options: SpawnSyncOptions): string {
	const { status, error, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
	if (status === 0) return '';
	return error?.message ?? (stderr.trim().split('\n').at(-1) || `ended with ${status}`);
}

function pathOf(program: string): string | undefined {
	if (program.includes('/') || program.includes('\\')) return program;
	const { status, stdout } = spawnSync('which', [program], { encoding: 'utf8' });
	return status === 0 ? stdout.trim() : undefined;
}

/** Some systems have a `chromium-browser` that only tells people to install it. */
function starts(path: string | undefined): path is string {
	return path !== undefined && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
