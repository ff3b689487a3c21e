import { Migrator, type Migration } from 'kysely/migration';
import type { RootDb } from './database.ts';

/** Migrations by name, in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** Brings the database to the newest migration. Throws the first failure (as `cause`); what ran before it stays. */
export async function migrateToLatest(db: RootDb, migrations: Migrations): Promise<void> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve({ ...migrations }) }
	});
	const { error } = await migrator.migrateToLatest();
	if (error) throw new Error('A migration failed.', { cause: error });
}
