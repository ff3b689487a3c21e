import type { CompiledQuery, DatabaseConnection, QueryResult, SqliteStatement } from 'kysely';
import type { StorageSignal } from '../storage/storage-signal.ts';

/** A prepared statement that knows whether it may change the database. */
export interface OwnStatement extends SqliteStatement {
	readonly readonly: boolean;
}

/** What a connection needs of SQLite's driver. */
export interface StatementSource {
	prepare(sql: string): OwnStatement;
	readonly inTransaction: boolean;
	close(): void;
}

/**
 * One handle on the database. Runs each statement at once, in the turn of the event loop that asks for it,
 * and remembers what was changed, so that whoever lets go of it knows whether a sync has to be waited for.
 */
export class SqliteConnection implements DatabaseConnection {
	private readonly source: StatementSource;
	private readonly signal: StorageSignal;
	/** Bytes of the values that changed something since {@link takeChanges}; undefined when nothing did. */
	private changed: number | undefined;

	/** Each error is told to `signal`, and thrown as it says. */
	constructor(source: StatementSource, signal: StorageSignal) {
		this.source = source;
		this.signal = signal;
	}

	executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		return new Promise((resolve) => {
			try {
				resolve(this.run<R>(query));
			} catch (error) {
				// What was rolled back waits for no disk.
				if (!this.source.inTransaction) this.changed = undefined;
				throw this.signal.raise(error);
			}
		});
	}

	private run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
		const statement = this.source.prepare(sql);
		const result = outcomeOf<R>(statement, parameters);
		if (sql === 'rollback') this.changed = undefined;
		else if (!statement.readonly) this.changed = (this.changed ?? 0) + sizeOf(parameters);
		return result;
	}

	async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		for (const row of this.source.prepare(sql).iterate(parameters))
			yield await Promise.resolve({ rows: [row as R] });
	}

	/** About how many bytes were changed since the last call; undefined when nothing was. */
	takeChanges(): number | undefined {
		const { changed } = this;
		this.changed = undefined;
		return changed;
	}
}

function outcomeOf<R>(statement: OwnStatement, parameters: readonly unknown[]): QueryResult<R> {
	if (statement.reader) return { rows: statement.all(parameters) as R[] };
	const { changes, lastInsertRowid } = statement.run(parameters);
	return { rows: [], insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes) };
}

/** Bytes of texts and blobs; other values are a few bytes each and not worth counting. */
function sizeOf(parameters: readonly unknown[]): number {
	let size = 0;
	for (const value of parameters)
		if (typeof value === 'string' || value instanceof Uint8Array) size += value.length;
	return size;
}
