import type { Db, Trx } from '../db/database.ts';
import './room.table.ts';

/** An update as Yjs emitted it, and whose it was (null for the server's own). */
export interface LoggedUpdate {
	readonly bytes: Uint8Array;
	readonly actorId: string | null;
}

/** Appends updates after `seq` and gives the new last number. Part of the caller's transaction. */
export async function appendUpdates(
	trx: Trx,
	room: string,
	seq: number,
	updates: readonly LoggedUpdate[],
	at: number
): Promise<number> {
	// A row has six values; chunks stay below SQLite's and PostgreSQL's bounds on parameters.
	for (let start = 0; start < updates.length; start += 500) {
		await trx
			.insertInto('doc_update')
			.values(
				updates.slice(start, start + 500).map((update, index) => ({
					room,
					seq: seq + start + index + 1,
					actor_id: update.actorId,
					bytes: update.bytes,
					at,
					epoch: 0
				}))
			)
			.execute();
	}
	return seq + updates.length;
}

/** What a room is loaded from: its newest snapshot, and the log after it in order. */
export async function readLog(
	db: Db,
	room: string
): Promise<{
	snapshot: Uint8Array | undefined;
	updates: Uint8Array[];
	seq: number;
	snapshotSeq: number;
}> {
	const snapshot = await db
		.selectFrom('doc_snapshot')
		.select(['seq', 'bytes'])
		.where('room', '=', room)
		.executeTakeFirst();
	const rows = await db
		.selectFrom('doc_update')
		.select(['seq', 'bytes'])
		.where('room', '=', room)
		.where('seq', '>', snapshot?.seq ?? 0)
		.orderBy('seq')
		.execute();
	return {
		snapshot: snapshot && asBytes(snapshot.bytes),
		updates: rows.map((row) => asBytes(row.bytes)),
		seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0,
		snapshotSeq: snapshot?.seq ?? 0
	};
}

/** Replaces the room's snapshot by the state up to `seq`. */
export async function writeSnapshot(
	db: Db,
	room: string,
	seq: number,
	bytes: Uint8Array,
	at: number
): Promise<void> {
	await db
		.insertInto('doc_snapshot')
		.values({ room, seq, bytes, at })
		.onConflict((conflict) => conflict.column('room').doUpdateSet({ seq, bytes, at }))
		.execute();
}

/** Drivers give a Buffer, which may be a view on a larger pool; Yjs keeps what it is given. */
function asBytes(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes);
}
