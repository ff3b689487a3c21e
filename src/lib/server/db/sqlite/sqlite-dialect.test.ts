import BetterSqlite3 from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { openSqlite } from '../open-database.ts';
import { TruthfulSqliteDialect } from './sqlite-dialect.ts';

test('[NL5] a transaction that fails on a full disk says that the disk is full', async () => {
	const db = openSqlite(':memory:');
	await sql`create table page (bytes blob)`.execute(db);
	await sql`pragma max_page_count = 4`.execute(db);
	const fill = db
		.transaction()
		.execute((trx) => sql`insert into page values (zeroblob(100000))`.execute(trx));
	await expect(fill).rejects.toMatchObject({
		code: 'storage_full',
		cause: { message: 'database or disk is full' }
	});
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

/** A database in memory whose commits are on disk when the test says so. */
async function onHeldDisk() {
	const waiting: (() => void)[] = [];
	const afterCommit = {
		committed: () => new Promise<void>((resolve) => waiting.push(resolve)),
		erase: () => Promise.resolve(),
		close: () => Promise.resolve()
	};
	const dialect = new TruthfulSqliteDialect(new BetterSqlite3(':memory:'), undefined, afterCommit);
	const db = new Kysely<Database>({ dialect });
	const made = sql`create table page (number integer unique)`.execute(db);
	await settled();
	waiting.shift()?.();
	await made;
	return { db, waiting };
}

function settled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

test('[DB3] a change is answered when it is on disk; others read and write meanwhile', async () => {
	const { db, waiting } = await onHeldDisk();
	const answered: number[] = [];
	const write = (number: number): Promise<unknown> =>
		db
			.transaction()
			.execute((trx) => sql`insert into page values (${number})`.execute(trx))
			.then(() => answered.push(number));
	const all = Promise.all([write(1), write(2)]);
	await settled();
	expect((await sql`select * from page`.execute(db)).rows).toHaveLength(2);
	expect(answered).toEqual([]);
	expect(waiting).toHaveLength(2);
	waiting.pop()?.();
	await settled();
	expect(answered).toEqual([2]);
	waiting.pop()?.();
	await all;
	await db.destroy();
});

test('[DB3] what changed nothing, or was rolled back, waits for no disk', async () => {
	const { db, waiting } = await onHeldDisk();
	const failing = db.transaction().execute(async (trx) => {
		await sql`insert into page values (1)`.execute(trx);
		await sql`insert into page values (1)`.execute(trx);
	});
	await expect(failing).rejects.toThrow('UNIQUE');
	await db.transaction().execute((trx) => sql`select * from page`.execute(trx));
	expect(waiting).toEqual([]);
	await db.destroy();
});

test('[DB7] whoever reads for long gives way to what else happens; a transaction keeps its turn', async () => {
	const db = openSqlite(':memory:');
	/** How often the event loop came by while `most` reads followed one another; four times are enough. */
	const turnsWhile = async (most: number, once: () => Promise<unknown>): Promise<number> => {
		let turns = 0;
		const counted = setInterval(() => turns++, 0);
		for (let reads = 0; reads < most && turns < 4; reads++) await once();
		clearInterval(counted);
		return turns;
	};
	const long = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
		select sum(i) from n`;
	expect(await turnsWhile(10_000, () => long.execute(db))).toBeGreaterThanOrEqual(4);
	let inTransaction = -1;
	await db.transaction().execute(async (trx) => {
		inTransaction = await turnsWhile(100, () => long.execute(trx));
	});
	expect(inTransaction).toBe(0);
	await db.destroy();
});
