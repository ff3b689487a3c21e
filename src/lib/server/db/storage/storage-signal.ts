import type { RootDb } from '../database.ts';
import { toldOfStorage } from './storage-error.ts';

/** Where the connections of one database tell each of their errors. */
export class StorageSignal {
	private listener: (error: unknown) => void = () => undefined;

	/** Has `listener` told from now on. */
	listen(listener: (error: unknown) => void): void {
		this.listener = listener;
	}

	/** Tells an error of the database; gives what is to be thrown in its place. */
	raise(error: unknown): unknown {
		const told = toldOfStorage(error);
		this.listener(told);
		return told;
	}
}

/** An adapter of a dialect whose connections tell their errors. */
export interface SignallingAdapter {
	readonly storageSignal: StorageSignal;
}

/** Has `listener` told of each error of the database's connections, as it is thrown. */
export function listenToStorage(db: RootDb, listener: (error: unknown) => void): void {
	const { adapter } = db.getExecutor();
	if ('storageSignal' in adapter) (adapter as SignallingAdapter).storageSignal.listen(listener);
}
