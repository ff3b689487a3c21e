import {
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type DialectAdapter,
	type Driver
} from 'kysely';
import { StorageSignal, type SignallingAdapter } from '../storage/storage-signal.ts';
import { LongReads } from './long-reads.ts';
import { SqliteConnection, type StatementSource } from './sqlite-connection.ts';
import { Turn } from './turn.ts';

/** What has to happen with changes after their commit. */
export interface AfterCommit {
	/** Resolves when what was committed before the call is on disk. `bytes` is about what was changed. */
	committed(bytes: number): Promise<void>;
	/** Resolves when what was deleted before the call stands in no file any more. */
	erase(): Promise<void>;
	/** Called when the handle is closed. */
	close(): Promise<void>;
}

/**
 * SQLite on one handle, used in turns: a transaction, or a statement outside of one, has it for itself.
 * The handle is given back before what was changed is on disk, so that others go on meanwhile and share
 * the sync; whoever changed something is answered only after it. Whoever reads much gives way in between.
 *
 * Tells why a transaction failed where SQLite has rolled it back by itself, as it does on a full disk:
 * rolling back once more would fail too, and Kysely would throw that error in place of the first.
 */
export class TruthfulSqliteDialect extends SqliteDialect {
	private readonly handle: StatementSource;
	private readonly afterCommit: AfterCommit | undefined;
	private readonly turn: Turn;
	private readonly signal = new StorageSignal();

	/** `turn` is taken by each user of the handle. Without `afterCommit` a commit is on disk when it returns. */
	constructor(handle: StatementSource, turn = new Turn(), afterCommit?: AfterCommit) {
		super({ database: handle });
		this.handle = handle;
		this.turn = turn;
		this.afterCommit = afterCommit;
	}

	override createDriver(): Driver {
		return new TruthfulSqliteDriver(this.handle, this.turn, this.signal, this.afterCommit);
	}

	override createAdapter(): DialectAdapter {
		const { handle, turn, signal, afterCommit } = this;
		return new TurnTakingAdapter(signal, async () => {
			if (afterCommit) return afterCommit.erase();
			await turn.take();
			try {
				handle.prepare('pragma wal_checkpoint(truncate)').all([]);
			} finally {
				turn.leave();
			}
		});
	}
}

/** The driver itself sees to the turns, because it ends one before the statement is answered. */
class TurnTakingAdapter extends SqliteAdapter implements SignallingAdapter {
	readonly storageSignal: StorageSignal;
	/** As `eraseDeleted` in `erase-deleted.ts` asks for it. */
	readonly eraseDeleted: () => Promise<void>;

	constructor(signal: StorageSignal, eraseDeleted: () => Promise<void>) {
		super();
		this.storageSignal = signal;
		this.eraseDeleted = eraseDeleted;
	}

	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

class TruthfulSqliteDriver extends SqliteDriver {
	private readonly handle: StatementSource;
	private readonly turn: Turn;
	private readonly afterCommit: AfterCommit | undefined;
	private readonly connection: SqliteConnection;
	private readonly longReads = new LongReads();

	constructor(
		handle: StatementSource,
		turn: Turn,
		signal: StorageSignal,
		afterCommit: AfterCommit | undefined
	) {
		super({ database: handle });
		this.handle = handle;
		this.turn = turn;
		this.afterCommit = afterCommit;
		this.connection = new SqliteConnection(handle, signal);
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		await this.turn.take();
		return this.connection;
	}

	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.handle.inTransaction) await super.rollbackTransaction(connection);
	}

	override async releaseConnection(): Promise<void> {
		const bytes = this.connection.takeChanges();
		this.turn.leave();
		await (bytes === undefined ? this.longReads.afterRead() : this.afterCommit?.committed(bytes));
	}

	override async destroy(): Promise<void> {
		await this.afterCommit?.close();
		this.handle.close();
	}
}
