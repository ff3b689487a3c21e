import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from '../open-database.ts';

test('[NL5] a transaction that fails on a full disk says that the disk is full', async () => {
	const db = openSqlite(':memory:');
	await sql`create table page (bytes blob)`.execute(db);
	await sql`pragma max_page_count = 4`.execute(db);
	const fill = db
		.transaction()
		.execute((trx) => sql`insert into page values (zeroblob(100000))`.execute(trx));
	await expect(fill).rejects.toThrow('database or disk is full');
	await db.transaction().execute((trx) => sql`insert into page values (zeroblob(10))`.execute(trx));
	expect((await sql`select * from page`.execute(db)).rows).toHaveLength(1);
	await db.destroy();
});

test('[NL5] a transaction that fails otherwise is rolled back and says why', async () => {
	const db = openSqlite(':memory:');
	await sql`create table page (bytes blob)`.execute(db);
	const failing = db.transaction().execute(async (trx) => {
		await sql`insert into page values (zeroblob(10))`.execute(trx);
		throw new Error('something else');
	});
	await expect(failing).rejects.toThrow('something else');
	expect((await sql`select * from page`.execute(db)).rows).toEqual([]);
	await db.destroy();
});
