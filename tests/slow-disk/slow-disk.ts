import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The environment in which each sync to disk of a program takes `milliseconds` longer. */
export type SlowDisk = Readonly<Record<'LD_PRELOAD' | 'SLOW_SYNC_MS', string>>;

/**
 * Compiles what slows syncs down into `folder`, with the C compiler of this machine (`cc`). Throws where
 * there is none, or where programs cannot be given a library before their own (it is made for Linux).
 */
export function slowDisk(folder: string, milliseconds: number): SlowDisk {
	const library = join(folder, 'slow-sync.so');
	const source = join(import.meta.dirname, 'slow-sync.c');
	const { status, error, stderr } = spawnSync(
		'cc',
		['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'],
		{ encoding: 'utf8' }
	);
	if (error) throw new Error('A slow disk needs a C compiler (cc), and none was found.');
	if (status !== 0) throw new Error(`The slow disk could not be compiled. ${stderr}`);
	return { LD_PRELOAD: library, SLOW_SYNC_MS: String(milliseconds) };
}
