import { Migrator, type Migration } from 'kysely/migration';
import type { RootDb } from './database.ts';
import { rewriteFiles } from './erase-deleted.ts';

/** Migrations by name, in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Brings the database to the newest migration; one that had data is written anew then, so that nothing is
 * left of what a migration took away. Throws the first failure (as `cause`); what ran before it stays.
 */
export async function migrateToLatest(db: RootDb, migrations: Migrations): Promise<void> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve({ ...migrations }) }
	});
	const before = (await migrator.getMigrations()).some(
		({ executedAt }) => executedAt !== undefined
	);
	const { error, results = [] } = await migrator.migrateToLatest();
	if (error) throw new Error('A migration failed.', { cause: error });
	if (before && results.length > 0) await rewriteFiles(db);
}
