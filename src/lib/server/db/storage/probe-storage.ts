import { randomBytes } from 'node:crypto';
import { SqliteAdapter, sql } from 'kysely';
import type { RootDb } from '../database.ts';

/** Bytes that have to fit before anybody is told that there is room: some hundred notes, so that it lasts a while. */
const ROOM = 256 * 1024;

/**
 * Stores something and takes it away, in one commit. Throws what hinders it. It has to be a real commit: a
 * disk tells whether it takes something only when it is given it, and random, or it would be compressed.
 */
export async function probeStorage(db: RootDb): Promise<void> {
	const sqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const table = sql.table('storage_probe');
	await db.transaction().execute(async (trx) => {
		await sql`create table ${table} (bytes ${sqlite ? sql`blob` : sql`bytea`})`.execute(trx);
		await sql`insert into ${table} values (${randomBytes(ROOM)})`.execute(trx);
		await sql`drop table ${table}`.execute(trx);
	});
}
