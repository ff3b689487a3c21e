import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { RootDb } from './database.ts';
import { withCachedStatements } from './sqlite/cached-statements.ts';
import type { StatementSource } from './sqlite/sqlite-connection.ts';
import { TruthfulSqliteDialect, type AfterCommit } from './sqlite/sqlite-dialect.ts';
import { syncedApart, type DatabaseTroubles } from './sqlite/synced-apart.ts';
import { Turn } from './sqlite/turn.ts';
import { SignallingPostgresDialect } from './storage/postgres-dialect.ts';
import { storageTroubleOf } from './storage/storage-error.ts';

/** 8-byte integers as numbers: times and amounts stay far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Pages of the log at which a writer copies it itself, for when the thread for that cannot. */
const LAST_RESORT = 20_000;

/** Where the data are. */
export interface DataPlace {
	/** PostgreSQL instead of SQLite. */
	readonly databaseUrl?: string | undefined;
	/** The folder of the SQLite file; made when it is not there. */
	readonly dataDir: string;
}

/**
 * Opens the database: PostgreSQL when a URL is given, else SQLite in the data folder. Either answers a
 * change only when it is on disk, because "saved" means on disk.
 */
export function openDatabase(place: DataPlace): RootDb {
	return openPostgres(place) ?? openSqlite(fileIn(place));
}

/**
 * The same for a process that serves people: SQLite's syncs and checkpoints run beside the event loop, and
 * those who change something at the same time share a sync. One process at most may serve a data folder.
 */
export function openServedDatabase(place: DataPlace, troubles: DatabaseTroubles): RootDb {
	const postgres = openPostgres(place, troubles.report);
	if (postgres) return postgres;
	const file = fileIn(place);
	const sqlite = openHandle(file);
	// Where there is no write-ahead log, as on some network disks, each commit is synced as ever.
	if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal') return kyselyOn(sqlite);
	// What a process that was killed had deleted may stand in the log still.
	copyLog(sqlite);
	sqlite.pragma('synchronous = NORMAL');
	sqlite.pragma(`wal_autocheckpoint = ${LAST_RESORT}`);
	const turn = new Turn();
	return kyselyOn(sqlite, turn, syncedApart(file, turn, troubles));
}

/** Where the SQLite database of a data folder stands. */
export function sqliteFile(dataDir: string): string {
	return join(dataDir, 'tachawor.db');
}

/** Opens one SQLite file (or `:memory:`) in WAL mode; each commit is synced to disk before it returns. */
export function openSqlite(path: string): RootDb {
	return kyselyOn(openHandle(path));
}

/** PostgreSQL, when a URL is given; else undefined. `report` is told of connections that were lost between two uses. */
function openPostgres(
	{ databaseUrl }: DataPlace,
	report: (error: unknown) => void = () => undefined
): RootDb | undefined {
	if (!databaseUrl) return undefined;
	const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
	// Unheard it would end the process; whoever needs a connection next gets a new one.
	pool.on('error', report);
	return new Kysely({ dialect: new SignallingPostgresDialect({ pool }) });
}

function fileIn({ dataDir }: DataPlace): string {
	mkdirSync(dataDir, { recursive: true });
	return sqliteFile(dataDir);
}

function openHandle(path: string): BetterSqlite3.Database {
	const sqlite = new BetterSqlite3(path);
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('busy_timeout = 5000');
	// What is deleted, as ballots are, is overwritten and not left on pages that are free.
	sqlite.pragma('secure_delete = ON');
	// What is sorted for a page needs no disk, which may be full.
	sqlite.pragma('temp_store = MEMORY');
	return sqlite;
}

/** Copies the log into the database. On a disk that takes nothing it stays, and is read from there. */
function copyLog(sqlite: BetterSqlite3.Database): void {
	try {
		sqlite.pragma('wal_checkpoint(TRUNCATE)');
	} catch (error) {
		if (storageTroubleOf(error) === undefined) throw error;
	}
}

function kyselyOn(sqlite: BetterSqlite3.Database, turn?: Turn, afterCommit?: AfterCommit): RootDb {
	const handle: StatementSource = {
		...withCachedStatements(sqlite),
		get inTransaction() {
			return sqlite.inTransaction;
		}
	};
	return new Kysely({ dialect: new TruthfulSqliteDialect(handle, turn, afterCommit) });
}
