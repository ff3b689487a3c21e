import * as Y from 'yjs';
import type { Db } from '../../db/database.ts';
import { isIntact, type Damage, type LogRow } from './log-row.ts';
import { findSnapshot, readRows } from './room-log.ts';

/** A row that is not what was stored, or that needs one which is not. */
export interface DamagedRow {
	readonly row: LogRow;
	readonly reason: Damage;
}

/** What a room is loaded from. */
export interface Replayed {
	/** Number of the snapshot that was taken; 0 when there was none, or it was damaged. */
	readonly snapshotSeq: number;
	/** The snapshot is not what was stored; everything was replayed from the archive instead. */
	readonly snapshotDamaged: boolean;
	readonly damaged: readonly DamagedRow[];
}

/**
 * Fills an empty document from the newest snapshot and the log after it, in one transaction of the
 * document. Damaged rows are left out and told, with those that depend on them; nothing stays parked.
 */
export async function replayLog(db: Db, room: string, doc: Y.Doc): Promise<Replayed> {
	const snapshot = await findSnapshot(db, room);
	const snapshotDamaged = snapshot !== undefined && !isIntact(room, snapshot);
	const usable = snapshotDamaged ? undefined : snapshot;
	const archive = snapshotDamaged ? await readRows(db, 'doc_archive', room) : [];
	const rows = [...archive, ...(await readRows(db, 'doc_update', room, usable?.seq))];
	const damaged = doc.transact(() => {
		if (usable) Y.applyUpdate(doc, usable.bytes);
		return applyRows(room, doc, rows);
	});
	return { snapshotSeq: usable?.seq ?? 0, snapshotDamaged, damaged };
}

/** Applies rows in order and gives those that could not be taken. */
export function applyRows(room: string, doc: Y.Doc, rows: readonly LogRow[]): DamagedRow[] {
	const damaged: DamagedRow[] = [];
	for (const row of rows) {
		const reason = isIntact(room, row) ? takeRow(doc, row) : 'checksum';
		if (reason) damaged.push({ row, reason });
	}
	return damaged;
}

function takeRow(doc: Y.Doc, row: LogRow): Damage | undefined {
	try {
		Y.applyUpdate(doc, row.bytes);
	} catch {
		return 'unreadable';
	}
	if (doc.store.pendingStructs === null && doc.store.pendingDs === null) return undefined;
	doc.store.pendingStructs = null;
	doc.store.pendingDs = null;
	return 'depends-on-damage';
}
