import { close, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { AskedThread } from '../../threads/asked-thread.ts';
import type { CheckpointAnswer, CheckpointQuestion } from './checkpoint-worker.ts';
import { Checkpoints } from './checkpoints.ts';
import { DiskSync } from './disk-sync.ts';
import type { AfterCommit } from './sqlite-dialect.ts';
import type { Turn } from './turn.ts';

const closeFile = promisify(close);
const syncFile = promisify(fdatasync);

/** Where a database tells what went wrong and nobody waits for. */
export interface DatabaseTroubles {
	/** Nobody can tell any more what is on disk: ends the process rather than answer falsely. */
	fatal(error: unknown): void;
	/** Something failed that loses nothing. */
	report(error: unknown): void;
}

/**
 * Syncs the write-ahead log of `file` after commits, beside the event loop. A commit stands in the log when
 * SQLite returns from it; a sync of the log's file puts it on disk with all that was committed before.
 */
export function syncedApart(file: string, turn: Turn, troubles: DatabaseTroubles): AfterCommit {
	let log: number | undefined;
	const sync = new DiskSync(
		// There is a log once something was committed, and it stays as long as the database is open.
		() => syncFile((log ??= openSync(`${file}-wal`, 'r+'))),
		(error) => troubles.fatal(error)
	);
	const thread = new AskedThread<CheckpointQuestion, CheckpointAnswer>(
		'#lib/server/db/sqlite/checkpoint-worker.ts',
		file
	);
	// Starting takes as much of the processor as some hundred commits, which nobody should wait for in the
	// midst of a session.
	thread.start();
	const checkpoints = new Checkpoints(thread, turn, (error) => troubles.report(error));
	return {
		committed(bytes) {
			checkpoints.grow(bytes);
			return sync.onDisk();
		},
		erase: () => checkpoints.erase(),
		async close() {
			await checkpoints.close();
			if (log !== undefined) await closeFile(log);
		}
	};
}
