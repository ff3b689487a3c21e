import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { migratedPglite } from './migrated-pglite.ts';

/** Opens a fresh, migrated and empty database that shares nothing with any other. */
export type OpenDatabase = () => Promise<RootDb>;

interface Opened {
	readonly db: RootDb;
	close(): Promise<void>;
}

/**
 * Runs a suite once on SQLite, once on PGlite and, where TEST_DATABASE_URL names a server, once on a
 * real PostgreSQL, where its user may create databases. What a test (or its `beforeEach`) opens is closed after that
 * test, what `beforeAll` opens after the suite; a test may also close its database itself.
 */
export function forEachEngine(name: string, suite: (open: OpenDatabase) => void): void {
	forEach(ENGINES, name, suite);
}

/** As {@link forEachEngine}, without SQLite, with databases in which nothing was migrated yet. */
export function forEachEmptyPostgres(name: string, suite: (open: OpenDatabase) => void): void {
	forEach(EMPTY_POSTGRES, name, suite);
}

type Engines = Readonly<Record<string, () => Promise<Opened>>>;

function forEach(engines: Engines, name: string, suite: (open: OpenDatabase) => void): void {
	for (const [engine, open] of Object.entries(engines)) {
		describe(`${name} on ${engine}`, () => {
			const ofSuite: Opened[] = [];
			const ofTest: Opened[] = [];
			let opened = ofSuite;
			// The first of an engine may take long, which is no test's business.
			beforeAll(async () => (await open()).close(), 120_000);
			beforeEach(() => {
				opened = ofTest;
			});
			afterEach(async () => {
				opened = ofSuite;
				await closeAll(ofTest);
			});
			afterAll(() => closeAll(ofSuite));
			suite(async () => {
				const database = await open();
				opened.push(database);
				return database.db;
			});
		});
	}
}

const url = process.env.TEST_DATABASE_URL;

const ENGINES: Engines = {
	SQLite: openOnSqlite,
	PGlite: openOnPglite,
	...(url ? { PostgreSQL: () => openOnPostgres(url) } : {})
};

const EMPTY_POSTGRES: Engines = {
	PGlite: openEmptyPglite,
	...(url ? { PostgreSQL: () => openEmptyPostgres(url) } : {})
};

async function closeAll(databases: Opened[]): Promise<void> {
	for (const database of databases.splice(0)) await database.close();
}

async function openOnSqlite(): Promise<Opened> {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	return { db, close: () => db.destroy() };
}

async function openEmptyPglite(): Promise<Opened> {
	const pglite = await PGlite.create();
	const db: RootDb = new Kysely({ dialect: new PGliteDialect({ pglite }) });
	return { db, close: () => db.destroy() };
}

async function openEmptyPostgres(server: string): Promise<Opened> {
	const db = connect(await createPostgres(server));
	return { db, close: () => db.destroy() };
}

const idlePglites: PGlite[] = [];

/** Starting PGlite takes its time, so one that is no longer used is emptied and kept for the next test. */
async function openOnPglite(): Promise<Opened> {
	const pglite = idlePglites.pop() ?? (await migratedPglite());
	const db = borrow(pglite);
	return {
		db,
		async close() {
			await db.destroy();
			await deleteRows(borrow(pglite));
			idlePglites.push(pglite);
		}
	};
}

/** A database whose end leaves the instance behind it running. */
function borrow(pglite: PGlite): RootDb {
	return new Kysely({
		dialect: new PGliteDialect({
			pglite: {
				closed: false,
				ready: true,
				waitReady: pglite.waitReady,
				query: pglite.query.bind(pglite),
				transaction: pglite.transaction.bind(pglite),
				close: () => Promise.resolve()
			}
		})
	});
}

interface PostgresDatabase {
	readonly url: string;
	/** Outlives what the tests open, and empties the tables after them. */
	readonly keeper: RootDb;
}

const idlePostgres: PostgresDatabase[] = [];
let made = 0;

/** Making one takes a second on a server that syncs, so these are kept and emptied too. */
async function openOnPostgres(server: string): Promise<Opened> {
	const database = idlePostgres.pop() ?? (await migratedPostgres(server));
	const db = connect(database.url);
	return {
		db,
		async close() {
			await db.destroy();
			await emptyTables(database.keeper);
			idlePostgres.push(database);
		}
	};
}

async function migratedPostgres(server: string): Promise<PostgresDatabase> {
	const url = await createPostgres(server);
	const keeper = connect(url);
	await migrateToLatest(keeper, MIGRATIONS);
	return { url, keeper };
}

/**
 * Makes an empty database and gives its address: one each, since Kysely takes another schema's migration
 * tables for its own. Its name is of this worker alone; what an earlier run left under it is dropped.
 */
async function createPostgres(server: string): Promise<string> {
	const name = `tachawor_test_${process.env.VITEST_POOL_ID ?? '0'}_${String(++made)}`;
	const owner = connect(server);
	await sql`drop database if exists ${sql.id(name)} with (force)`.execute(owner);
	await sql`create database ${sql.id(name)}`.execute(owner);
	await owner.destroy();
	const url = new URL(server);
	url.pathname = name;
	return url.href;
}

function connect(connectionString: string): RootDb {
	const pool = new pg.Pool({ connectionString, max: 5 });
	return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

async function emptyTables(db: RootDb): Promise<void> {
	const tables = await db.introspection.getTables();
	const names = tables.map((table) => sql.id(table.name));
	await sql`truncate ${sql.join(names)} cascade`.execute(db);
}

/** Truncating takes its time for an empty table too; a test writes to a few of them. */
async function deleteRows(db: RootDb): Promise<void> {
	tableNames ??= (await db.introspection.getTables()).map((table) => table.name);
	const rows = tableNames.map(
		(name) => sql`select ${sql.lit(name)} as name where exists (select 1 from ${sql.id(name)})`
	);
	const written = await sql<{ name: string }>`${sql.join(rows, sql` union all `)}`.execute(db);
	await db.transaction().execute(async (trx) => {
		// In whichever order they refer to one another.
		await sql`set local session_replication_role = replica`.execute(trx);
		for (const { name } of written.rows) await sql`delete from ${sql.id(name)}`.execute(trx);
	});
}

/** Of the newest migration, so the same in every PGlite. */
let tableNames: readonly string[] | undefined;
