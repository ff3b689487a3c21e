import BetterSqlite3 from 'better-sqlite3';
import { Kysely, PostgresDialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { withCachedStatements } from './cached-statements.ts';
import type { RootDb } from './database.ts';
import { TruthfulSqliteDialect } from './truthful-sqlite-dialect.ts';

/** 8-byte integers as numbers: times and amounts stay far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens the database: PostgreSQL when a URL is given, else SQLite in the data folder (made when it is
 * not there). SQLite runs in WAL mode and syncs each commit to disk, because "saved" means on disk.
 */
export function openDatabase(options: { databaseUrl?: string; dataDir: string }): RootDb {
	if (options.databaseUrl) {
		const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 10 });
		return new Kysely({ dialect: new PostgresDialect({ pool }) });
	}
	mkdirSync(options.dataDir, { recursive: true });
	return openSqlite(sqliteFile(options.dataDir));
}

/** Where the SQLite database of a data folder stands. */
export function sqliteFile(dataDir: string): string {
	return join(dataDir, 'tachawor.db');
}

/** Opens one SQLite file (or `:memory:`). */
export function openSqlite(path: string): RootDb {
	const sqlite = new BetterSqlite3(path);
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('busy_timeout = 5000');
	return new Kysely({ dialect: new TruthfulSqliteDialect(withCachedStatements(sqlite), sqlite) });
}
