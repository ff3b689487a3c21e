import BetterSqlite3 from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * What a thread for checkpoints is asked: to copy what it can beside the writer; while nobody writes to copy
 * all; or to do so and leave nothing in the log's file of what it held.
 */
export type CheckpointQuestion = 'beside' | 'alone' | 'erase';

/** Tells whether somebody else read meanwhile, so that the log stands as it was. */
export interface CheckpointAnswer {
	readonly busy: boolean;
}

/** The file of the database. */
const sqlite = new BetterSqlite3(workerData as string);
// The thread that writes does the waiting: whatever cannot be had now is tried again at the next checkpoint.
sqlite.pragma('busy_timeout = 100');
sqlite.pragma('synchronous = NORMAL');
sqlite.pragma('wal_autocheckpoint = 0');

parentPort?.on('message', (question: CheckpointQuestion) => {
	const answer: CheckpointAnswer = { busy: copy(question) };
	parentPort?.postMessage(answer);
});

function copy(question: CheckpointQuestion): boolean {
	if (question === 'beside') {
		sqlite.pragma('wal_checkpoint(PASSIVE)');
		return false;
	}
	const mode = question === 'alone' ? 'RESTART' : 'TRUNCATE';
	const [{ busy } = { busy: 1 }] = sqlite.pragma(`wal_checkpoint(${mode})`) as { busy: number }[];
	if (busy) return true;
	// The log starts from its beginning again, and its new head is synced here, so that no writer has to.
	const version = sqlite.pragma('user_version', { simple: true });
	sqlite.pragma(`user_version = ${String(version)}`);
	return false;
}
