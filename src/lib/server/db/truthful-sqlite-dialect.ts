import {
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Driver,
	type SqliteDatabase
} from 'kysely';

/** What SQLite's driver knows beside what Kysely asks of it. */
interface OpenTransaction {
	readonly inTransaction: boolean;
}

/**
 * Tells why a transaction failed where SQLite has rolled it back by itself, as it does on a full disk:
 * rolling back once more would fail too, and Kysely would throw that error in place of the first.
 */
export class TruthfulSqliteDialect extends SqliteDialect {
	private readonly database: SqliteDatabase;
	private readonly state: OpenTransaction;

	constructor(database: SqliteDatabase, state: OpenTransaction) {
		super({ database });
		this.database = database;
		this.state = state;
	}

	override createDriver(): Driver {
		return new TruthfulSqliteDriver(this.database, this.state);
	}
}

class TruthfulSqliteDriver extends SqliteDriver {
	private readonly state: OpenTransaction;

	constructor(database: SqliteDatabase, state: OpenTransaction) {
		super({ database });
		this.state = state;
	}

	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.state.inTransaction) await super.rollbackTransaction(connection);
	}
}
