import { sql } from 'kysely';
import type { RootDb } from './database.ts';

/** A dialect whose files keep deleted rows for a while. */
interface ErasingAdapter {
	eraseDeleted(): Promise<void>;
}

/**
 * Resolves when what was deleted before the call can be read in no file of the database any more. SQLite
 * overwrites what is deleted, and the log that still holds it is copied and cut to nothing here. On
 * PostgreSQL the server's own vacuum does the first, and what its archives keep is the administrator's
 * (docs/adr/0015-a-ballot-box.md).
 */
export async function eraseDeleted(db: RootDb): Promise<void> {
	const { adapter } = db.getExecutor();
	if (erases(adapter)) await adapter.eraseDeleted();
}

/** The same for all that was ever deleted, also by versions that did not overwrite it. Takes as long as a copy. */
export async function rewriteFiles(db: RootDb): Promise<void> {
	if (!erases(db.getExecutor().adapter)) return;
	// The copy may be larger than the memory.
	await sql`pragma temp_store = file`.execute(db);
	try {
		await sql`vacuum`.execute(db);
	} finally {
		await sql`pragma temp_store = memory`.execute(db);
	}
	await eraseDeleted(db);
}

function erases(adapter: object): adapter is ErasingAdapter {
	return 'eraseDeleted' in adapter;
}
