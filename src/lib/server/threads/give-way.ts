import { execFileSync } from 'node:child_process';
import { readdirSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** Of two threads that both want a processor the server's gets nine tenths, where the system knows no idle ones. */
const GIVES_WAY = 10;

const LINUX = process.platform === 'linux';

/**
 * Lets everybody else go first who wants the processor: a worker thread for itself, a process for all its
 * threads, those included that they start later. On Linux they compute only where a processor would be idle,
 * and are put aside at once when one wakes up (`SCHED_IDLE`, see sched(7)): a thread of low priority alone
 * may still finish its slice of some milliseconds first, which a note that passes through four threads would
 * wait for four times. Where the system allows neither, the work is done all the same.
 */
export function giveWay(): void {
	const threads = isMainThread ? processThreads() : ownThread();
	try {
		// Linux gives each thread a priority of its own; later ones get it from the thread that starts them.
		for (const thread of threads) setPriority(thread, GIVES_WAY);
		for (const thread of threads)
			execFileSync('chrt', ['--idle', '--pid', '0', String(thread)], { stdio: 'ignore' });
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
