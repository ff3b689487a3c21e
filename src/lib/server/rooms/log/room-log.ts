import type { CompiledQuery } from 'kysely';
import type { Db, RootDb, Trx } from '../../db/database.ts';
import { inParts } from '../../db/in-parts.ts';
import { PreparedStatement } from '../../db/prepared-statement.ts';
import type { Damage, LogRow } from './log-row.ts';
import { checksumOf } from './log-row.ts';
import type { DocClientTable, DocUpdateTable } from '../room.table.ts';

/** An update as Yjs emitted it, and whose it was (null for the server's own). */
export interface NewUpdate {
	readonly bytes: Uint8Array;
	readonly actorId: string | null;
}

/** The whole state of a room up to and with `seq`. */
export interface SnapshotRow {
	readonly seq: number;
	readonly bytes: Uint8Array;
	readonly checksum: number | null;
}

const LOG_COLUMNS = ['room', 'seq', 'actor_id', 'bytes', 'at', 'epoch', 'checksum'] as const;

const APPEND = new PreparedStatement<DocUpdateTable>((db, value) =>
	db.insertInto('doc_update').values({
		room: value('room'),
		seq: value('seq'),
		actor_id: value('actor_id'),
		bytes: value('bytes'),
		at: value('at'),
		epoch: value('epoch'),
		checksum: value('checksum')
	})
);

const ROOM_TABLES = [
	'doc_update',
	'doc_archive',
	'doc_snapshot',
	'doc_damaged',
	'doc_client'
] as const;

/** Takes all that is stored of rooms away, log and archive included. */
export async function deleteRooms(trx: Trx, rooms: readonly string[]): Promise<void> {
	for (const part of inParts(rooms))
		for (const table of ROOM_TABLES)
			await trx.deleteFrom(table).where('room', 'in', part).execute();
}

/** What appends updates after `seq`, for the transaction of a commit. */
export function appendUpdates(
	db: RootDb,
	room: string,
	seq: number,
	updates: readonly NewUpdate[],
	at: number
): CompiledQuery[] {
	return updates.map(({ bytes, actorId }, index) => {
		const number = seq + index + 1;
		const checksum = checksumOf(room, number, bytes);
		return APPEND.with(db, { room, seq: number, actor_id: actorId, bytes, at, epoch: 0, checksum });
	});
}

const BIND = new PreparedStatement<DocClientTable>((db, value) =>
	db
		.insertInto('doc_client')
		.values({ room: value('room'), client: value('client'), actor_id: value('actor_id') })
);

/** What stores whose the client ids are that wrote for the first time, for the transaction of a commit. */
export function bindClients(
	db: RootDb,
	room: string,
	bindings: readonly (readonly [client: number, actorId: string])[]
): CompiledQuery[] {
	return bindings.map(([client, actorId]) => BIND.with(db, { room, client, actor_id: actorId }));
}

/** Client id to actor id. */
export async function readClients(db: Db, room: string): Promise<Map<number, string>> {
	const rows = await db
		.selectFrom('doc_client')
		.select(['client', 'actor_id'])
		.where('room', '=', room)
		.execute();
	return new Map(rows.map((row) => [row.client, row.actor_id]));
}

export async function findSnapshot(db: Db, room: string): Promise<SnapshotRow | undefined> {
	const row = await db
		.selectFrom('doc_snapshot')
		.select(['seq', 'bytes', 'checksum'])
		.where('room', '=', room)
		.executeTakeFirst();
	return row && { ...row, bytes: asBytes(row.bytes) };
}

/** Rows of the log after `seq`, in order: of the hot path, or of the archive, which holds what is older. */
export async function readRows(
	db: Db,
	table: 'doc_update' | 'doc_archive',
	room: string,
	afterSeq = 0
): Promise<LogRow[]> {
	const rows = await db
		.selectFrom(table)
		.selectAll()
		.where('room', '=', room)
		.where('seq', '>', afterSeq)
		.orderBy('seq')
		.execute();
	return rows.map((row) => ({
		seq: row.seq,
		actorId: row.actor_id,
		bytes: asBytes(row.bytes),
		at: row.at,
		epoch: row.epoch,
		checksum: row.checksum
	}));
}

/** The highest number that a room ever gave, damaged rows included; 0 for a new room. */
export async function lastSeq(db: Db, room: string): Promise<number> {
	let last = 0;
	for (const table of ['doc_update', 'doc_archive', 'doc_damaged', 'doc_snapshot'] as const) {
		const row = await db
			.selectFrom(table)
			.select(({ fn }) => fn.max('seq').as('seq'))
			.where('room', '=', room)
			.executeTakeFirst();
		last = Math.max(last, row?.seq ?? 0);
	}
	return last;
}

/** Every room that anything was ever stored of, in order of name. */
export async function listRooms(db: Db): Promise<string[]> {
	const names = new Set<string>();
	for (const table of ['doc_update', 'doc_archive', 'doc_snapshot'] as const) {
		const rows = await db.selectFrom(table).select('room').distinct().execute();
		for (const { room } of rows) names.add(room);
	}
	return [...names].sort();
}

/** Puts the room's snapshot in the place of the one before. */
export async function writeSnapshot(
	db: Db,
	room: string,
	seq: number,
	bytes: Uint8Array,
	at: number
): Promise<void> {
	const values = { seq, bytes, at, checksum: checksumOf(room, seq, bytes) };
	await db
		.insertInto('doc_snapshot')
		.values({ room, ...values })
		.onConflict((conflict) => conflict.column('room').doUpdateSet(values))
		.execute();
}

/** Moves the rows up to `seq`, which the snapshot holds, from the hot path to the archive. */
export async function archiveRows(trx: Trx, room: string, seq: number): Promise<void> {
	await trx
		.insertInto('doc_archive')
		.columns([...LOG_COLUMNS])
		.expression(
			trx
				.selectFrom('doc_update')
				.select([...LOG_COLUMNS])
				.where('room', '=', room)
				.where('seq', '<=', seq)
		)
		.execute();
	await trx.deleteFrom('doc_update').where('room', '=', room).where('seq', '<=', seq).execute();
}

/** Numbers of the rows that were set aside. */
export async function damagedNumbers(db: Db, room: string): Promise<number[]> {
	const rows = await db.selectFrom('doc_damaged').select('seq').where('room', '=', room).execute();
	return rows.map((row) => row.seq);
}

/** Sets rows of the log aside with what is wrong with them. Part of the caller's transaction. */
export async function setAside(
	trx: Trx,
	room: string,
	damaged: readonly { readonly row: LogRow; readonly reason: Damage }[],
	at: number
): Promise<void> {
	for (const { row, reason } of damaged) {
		const { seq, bytes, epoch, checksum } = row;
		const kept = { room, seq, actor_id: row.actorId, bytes, at: row.at, epoch, checksum };
		await trx
			.insertInto('doc_damaged')
			.values({ ...kept, reason, found_at: at })
			.execute();
		for (const table of ['doc_update', 'doc_archive'] as const)
			await trx.deleteFrom(table).where('room', '=', room).where('seq', '=', seq).execute();
	}
}

/** Puts other bytes in the place of those of one row, with the checksum where one is given. */
export async function replaceBytes(
	trx: Trx,
	table: 'doc_archive' | 'doc_update' | 'doc_snapshot' | 'doc_damaged',
	room: string,
	row: { readonly seq: number; readonly bytes: Uint8Array; readonly checksum?: number | null }
): Promise<void> {
	const { seq, ...values } = row;
	await trx
		.updateTable(table)
		.set(values)
		.where('room', '=', room)
		.where('seq', '=', seq)
		.execute();
}

/** Drivers give a Buffer, which may be a view on a larger pool; Yjs keeps what it is given. */
function asBytes(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes);
}
