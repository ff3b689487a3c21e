import * as Y from 'yjs';
import type { RootDb } from '../../db/database.ts';
import { isIntact, type LogRow } from './log-row.ts';
import { replayLog } from './replay-log.ts';
import { damagedNumbers, findSnapshot, listRooms, readRows, setAside } from './room-log.ts';

/** What was found when the log of one room was checked. */
export interface LogFinding {
	readonly room: string;
	/** Rows that were set aside, with what is wrong. */
	readonly damaged: readonly { readonly seq: number; readonly reason: string }[];
	/** Numbers that were given and stand nowhere. */
	readonly missing: readonly number[];
	/** The snapshot is not what was stored; the room is loaded from the archive. */
	readonly snapshotDamaged: boolean;
}

/**
 * Checks the log of every room before anything is served. What is damaged is set aside into a table of
 * its own and told, never dropped; a room that is whole costs a checksum a row.
 */
export async function checkLogs(db: RootDb, now: number): Promise<LogFinding[]> {
	const findings: LogFinding[] = [];
	for (const room of await listRooms(db)) {
		const snapshot = await findSnapshot(db, room);
		const snapshotDamaged = snapshot !== undefined && !isIntact(room, snapshot);
		const rows = await readRows(db, 'doc_update', room, snapshot?.seq);
		const missing = await missingNumbers(db, room, snapshot?.seq ?? 0, rows);
		const intact = !snapshotDamaged && rows.every((row) => isIntact(room, row));
		if (intact && missing.length === 0) continue;
		const doc = new Y.Doc();
		const { damaged } = await replayLog(db, room, doc);
		doc.destroy();
		await db.transaction().execute((trx) => setAside(trx, room, damaged, now));
		findings.push({
			room,
			snapshotDamaged,
			missing,
			damaged: damaged.map(({ row, reason }) => ({ seq: row.seq, reason }))
		});
	}
	return findings;
}

/** Numbers left out between `after` and the last row, but for those set aside before. */
async function missingNumbers(
	db: RootDb,
	room: string,
	after: number,
	rows: readonly LogRow[]
): Promise<number[]> {
	const last = rows.at(-1)?.seq ?? after;
	if (last - after === rows.length) return [];
	const standing = new Set([...rows.map((row) => row.seq), ...(await damagedNumbers(db, room))]);
	const missing: number[] = [];
	for (let seq = after + 1; seq < last; seq++) if (!standing.has(seq)) missing.push(seq);
	return missing;
}
