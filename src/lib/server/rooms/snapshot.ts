import * as Y from 'yjs';
import type { RootDb } from '../db/database.ts';
import { isIntact } from './log-row.ts';
import { archiveRows, findSnapshot, writeSnapshot } from './room-log.ts';

/**
 * Stores the state of a room up to `seq`, reads it back, compares a document loaded from it with the one
 * that `state` encodes, and only then moves the rows it holds to the archive: one transaction, so that a
 * snapshot that is not whole never stands. Throws when it is not.
 */
export async function takeSnapshot(
	db: RootDb,
	room: string,
	seq: number,
	state: Uint8Array,
	at: number
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await writeSnapshot(trx, room, seq, state, at);
		const stored = await findSnapshot(trx, room);
		if (!stored || !isIntact(room, stored) || !sameDocument(state, stored.bytes))
			throw new Error(`The snapshot of ${room} at ${seq} is not what was read back.`);
		await archiveRows(trx, room, seq);
	});
}

/** True when both hold the same structs, the same deletions and nothing that waits for more. */
function sameDocument(wanted: Uint8Array, stored: Uint8Array): boolean {
	const { from, to } = Y.parseUpdateMeta(wanted);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, stored);
	const whole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
	const same =
		whole &&
		from.size === doc.store.clients.size &&
		[...to].every(([client, clock]) => Y.getState(doc.store, client) === clock) &&
		Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(loaded(wanted)));
	doc.destroy();
	return same;
}

function loaded(state: Uint8Array): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return doc;
}
