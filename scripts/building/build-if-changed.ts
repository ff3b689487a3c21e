import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.mjs';
import { sourceHash } from './source-hash.ts';

/** Lies in the build, so that whoever removes the build removes it too. */
const STAMP = 'build/source-hash';

/** Beside the packages, which are there before anything is built. */
const LOCK = 'node_modules/.build-lock';

/**
 * Builds unless the build that is there came from the same sources. Several at once wait for one. Everything
 * it says goes to stderr. Throws when the build fails.
 */
export function buildIfChanged(): void {
	if (isBuilt()) return;
	oneAtATime(LOCK, () => {
		if (!isBuilt()) runBuild();
	});
}

/** Builds whatever is there. Throws when the build fails. */
export function build(): void {
	oneAtATime(LOCK, runBuild);
}

function runBuild(): void {
	const hash = sourceHash();
	process.stderr.write('Building (once for each change of the sources) …\n');
	const script = 'scripts/building/vite-build.ts';
	const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
	writeFileSync(STAMP, hash);
}

function isBuilt(): boolean {
	return readStamp() === sourceHash();
}

function readStamp(): string | undefined {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return undefined;
	}
}
