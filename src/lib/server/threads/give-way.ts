import { readdirSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * Of two threads that both want a processor the server's gets nine tenths. Not all of it: on a machine that
 * has no idle moment somebody still waits for this work.
 */
const GIVES_WAY = 10;

const LINUX = process.platform === 'linux';

/**
 * Lets the server go first where both want one processor: a worker thread for itself, a process for all its
 * threads, those included that they start later. Where the system does not allow it the work is done all the same.
 */
export function giveWay(): void {
	try {
		// Linux gives each thread a priority of its own; later ones get it from the thread that starts them.
		for (const thread of isMainThread ? processThreads() : ownThread())
			setPriority(thread, GIVES_WAY);
	} catch {
		// Another system, or one whose administrator forbids it.
	}
}

/** Elsewhere than on Linux the process stands for its threads. */
function processThreads(): readonly number[] {
	return LINUX ? readdirSync('/proc/self/task').map(Number) : [process.pid];
}

/** No other system tells a thread its number. */
function ownThread(): readonly number[] {
	return LINUX ? [Number(basename(readlinkSync('/proc/thread-self')))] : [];
}
