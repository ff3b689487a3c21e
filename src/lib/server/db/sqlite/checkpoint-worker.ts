import BetterSqlite3 from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** What a thread for checkpoints is asked: to copy what it can beside the writer, or all, while nobody writes. */
export type CheckpointQuestion = 'beside' | 'alone';

/** The file of the database. */
const sqlite = new BetterSqlite3(workerData as string);
// The thread that writes does the waiting: whatever cannot be had now is tried again at the next checkpoint.
sqlite.pragma('busy_timeout = 100');
sqlite.pragma('synchronous = NORMAL');
sqlite.pragma('wal_autocheckpoint = 0');

parentPort?.on('message', (question: CheckpointQuestion) => {
	if (question === 'beside') sqlite.pragma('wal_checkpoint(PASSIVE)');
	else copyAll();
	parentPort?.postMessage(null);
});

/** The log starts from its beginning again, and its new head is synced here, so that no writer has to. */
function copyAll(): void {
	const [{ busy } = { busy: 1 }] = sqlite.pragma('wal_checkpoint(RESTART)') as { busy: number }[];
	if (busy) return;
	const version = sqlite.pragma('user_version', { simple: true });
	sqlite.pragma(`user_version = ${String(version)}`);
}
