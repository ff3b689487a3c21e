import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { sourceHash } from './source-hash.ts';

/** Lies in the build, so that whoever removes the build removes it too. */
const STAMP = 'build/source-hash';

/**
 * Builds unless the build that is there came from the same sources. Everything it says goes to stderr.
 * Throws when the build fails.
 */
export function buildIfChanged(): void {
	if (readStamp() !== sourceHash()) build();
}

function build(): void {
	const hash = sourceHash();
	process.stderr.write('Building (once for each change of the sources) …\n');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/vite-build.ts'], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
	writeFileSync(STAMP, hash);
}

function readStamp(): string | undefined {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return undefined;
	}
}

if (import.meta.main) build();
