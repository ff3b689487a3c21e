// Two commands that are started at once must not install or build into one folder. Built-ins only, valid on Node 20.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** How often somebody who waits looks again, in milliseconds. */
const LOOK_MS = 100;

/**
 * Does the work while no other process does work under the same lock, and waits for that first. A lock that an
 * ended process left behind counts for nothing. Throws what the work throws.
 *
 * @param {string} lock the path of a file that exists while somebody works; its folder must exist
 * @param {() => void} work synchronous
 */
export function oneAtATime(lock, work) {
	while (!isTaken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
	const giveBack = () => rmSync(lock, { force: true });
	// The work may end the process.
	process.on('exit', giveBack);
	try {
		work();
	} finally {
		process.off('exit', giveBack);
		giveBack();
	}
}

/**
 * True when the lock is this process's now.
 *
 * @param {string} lock
 */
function isTaken(lock) {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	const holder = holderOf(lock);
	if (holder !== undefined && !isRunning(holder) && holderOf(lock) === holder)
		rmSync(lock, { force: true });
	return false;
}

/**
 * Undefined while the lock is being written, or when it is gone again.
 *
 * @param {string} lock
 */
function holderOf(lock) {
	try {
		return Number(readFileSync(lock, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

/** @param {number} pid */
function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
