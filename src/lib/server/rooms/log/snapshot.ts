import * as Y from 'yjs';
import type { RootDb } from '../../db/database.ts';
import { isIntact } from './log-row.ts';
import { sameState } from './same-state.ts';
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

function sameDocument(wanted: Uint8Array, stored: Uint8Array): boolean {
	const [a, b] = [new Y.Doc(), new Y.Doc()];
	Y.applyUpdate(a, wanted);
	Y.applyUpdate(b, stored);
	const same = sameState(a, b);
	a.destroy();
	b.destroy();
	return same;
}
