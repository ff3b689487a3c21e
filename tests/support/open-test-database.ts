import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { newId } from '#lib/domain/id.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';

/** Opens a fresh, migrated and empty database that shares nothing with any other. */
export type OpenDatabase = () => Promise<RootDb>;

interface Opened {
	readonly db: RootDb;
	close(): Promise<void>;
}

/**
 * Runs a suite once on SQLite, once on PGlite and, where TEST_DATABASE_URL names a server, once on a
 * real PostgreSQL in a schema of its own. What a test (or its `beforeEach`) opens is closed after that
 * test, what `beforeAll` opens after the suite; a test may also close its database itself.
 */
export function forEachEngine(name: string, suite: (open: OpenDatabase) => void): void {
	for (const [engine, open] of Object.entries(ENGINES)) {
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

const ENGINES: Readonly<Record<string, () => Promise<Opened>>> = {
	SQLite: openOnSqlite,
	PGlite: openOnPglite,
	...(url ? { PostgreSQL: () => openOnPostgres(url) } : {})
};

async function closeAll(databases: Opened[]): Promise<void> {
	for (const database of databases.splice(0)) await database.close();
}

async function openOnSqlite(): Promise<Opened> {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	return { db, close: () => db.destroy() };
}

const idle: PGlite[] = [];

/** Starting PGlite takes seconds, so one that is no longer used is emptied and kept for the next test. */
async function openOnPglite(): Promise<Opened> {
	const pglite = idle.pop() ?? (await migratedPglite());
	const db = borrow(pglite);
	return {
		db,
		async close() {
			await db.destroy();
			const tables = await pglite.query<{ name: string }>(
				`select quote_ident(tablename) as name from pg_tables
				 where schemaname = 'public' and tablename not like 'kysely%'`
			);
			await pglite.exec(`truncate ${tables.rows.map(({ name }) => name).join(', ')} cascade`);
			idle.push(pglite);
		}
	};
}

async function migratedPglite(): Promise<PGlite> {
	const pglite = await PGlite.create();
	await migrateToLatest(borrow(pglite), MIGRATIONS);
	return pglite;
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

async function openOnPostgres(connectionString: string): Promise<Opened> {
	const schema = `test_${newId(10)}`;
	const owner: RootDb = onSchema(connectionString, 'public');
	await sql`create schema ${sql.id(schema)}`.execute(owner);
	const db = onSchema(connectionString, schema);
	await migrateToLatest(db, MIGRATIONS);
	return {
		db,
		async close() {
			await db.destroy();
			await sql`drop schema ${sql.id(schema)} cascade`.execute(owner);
			await owner.destroy();
		}
	};
}

function onSchema(connectionString: string, schema: string): RootDb {
	const pool = new pg.Pool({ connectionString, max: 5, options: `-c search_path=${schema}` });
	return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
