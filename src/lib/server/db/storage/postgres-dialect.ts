import {
	PostgresAdapter,
	PostgresDialect,
	PostgresDriver,
	type DatabaseConnection,
	type DialectAdapter,
	type Driver,
	type PostgresDialectConfig
} from 'kysely';
import { StorageSignal, type SignallingAdapter } from './storage-signal.ts';

/** PostgreSQL, whose troubles with its disk are told as SQLite's are. */
export class SignallingPostgresDialect extends PostgresDialect {
	private readonly config: PostgresDialectConfig;
	private readonly signal = new StorageSignal();

	constructor(config: PostgresDialectConfig) {
		super(config);
		this.config = config;
	}

	override createAdapter(): DialectAdapter {
		return new SignallingPostgresAdapter(this.signal);
	}

	override createDriver(): Driver {
		return new SignallingPostgresDriver(this.config, this.signal);
	}
}

class SignallingPostgresAdapter extends PostgresAdapter implements SignallingAdapter {
	readonly storageSignal: StorageSignal;

	constructor(signal: StorageSignal) {
		super();
		this.storageSignal = signal;
	}
}

class SignallingPostgresDriver extends PostgresDriver {
	private readonly signal: StorageSignal;
	/** The driver knows its connections by identity, so that each is changed in place, once. */
	private readonly signalling = new WeakSet<DatabaseConnection>();

	constructor(config: PostgresDialectConfig, signal: StorageSignal) {
		super(config);
		this.signal = signal;
	}

	override async acquireConnection(
		...options: Parameters<PostgresDriver['acquireConnection']>
	): Promise<DatabaseConnection> {
		const connection = await super.acquireConnection(...options);
		if (this.signalling.has(connection)) return connection;
		this.signalling.add(connection);
		const execute = connection.executeQuery.bind(connection);
		connection.executeQuery = async (...query) => {
			try {
				return await execute(...query);
			} catch (error) {
				throw this.signal.raise(error);
			}
		};
		return connection;
	}
}
