import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RootDb } from './database.ts';
import { openServedDatabase, sqliteFile } from './open-database.ts';

let dataDir: string;
let troubles: unknown[];

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'tachawor-served-'));
	troubles = [];
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function open(): RootDb {
	const tell = (error: unknown): void => void troubles.push(error);
	return openServedDatabase({ dataDir }, { fatal: tell, report: tell });
}

/** How often the log was begun again, which its head counts. */
function timesStartedAnew(): number {
	return readFileSync(`${sqliteFile(dataDir)}-wal`).readUInt32BE(12);
}

/** Writes so many rows of a megabyte, each in a transaction of its own. */
async function write(db: RootDb, megabytes: number): Promise<void> {
	for (let count = 0; count < megabytes; count++)
		await db
			.transaction()
			.execute((trx) => sql`insert into page values (${Buffer.alloc(1_000_000)})`.execute(trx));
}

test('[DB4] what a served database was told stands in the file for every other process', async () => {
	const db = open();
	await sql`create table page (bytes blob)`.execute(db);
	await write(db, 10);
	const other = new BetterSqlite3(sqliteFile(dataDir), { readonly: true });
	expect(other.prepare('select count(*) as count from page').get()).toEqual({ count: 10 });
	other.close();
	await db.destroy();
	expect(troubles).toEqual([]);
});

test('[DB5] the log starts anew when it was copied, and nothing is lost by it', async () => {
	const db = open();
	await sql`create table page (bytes blob)`.execute(db);
	await write(db, 40);
	await expect.poll(() => timesStartedAnew(), { timeout: 5000 }).toBeGreaterThan(0);
	await write(db, 1);
	expect((await sql`select count(*) as count from page`.execute(db)).rows).toEqual([{ count: 41 }]);
	expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
	await db.destroy();
	const again = open();
	expect((await sql`select count(*) as count from page`.execute(again)).rows).toEqual([
		{ count: 41 }
	]);
	await again.destroy();
	expect(troubles).toEqual([]);
});
