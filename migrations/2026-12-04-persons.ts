import type { Kysely } from 'kysely';

/**
 * Data of persons: whose were erased and when, whom a workshop's participants ask, how long their data
 * are kept, which notes show contact data in documents, and that files are to be written anew.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema.alterTable('participant').addColumn('erased_at', 'bigint').execute();
	await db.schema
		.createTable('privacy')
		.addColumn('workshop_id', 'text', (c) =>
			c.primaryKey().references('workshop.id').onDelete('cascade')
		)
		.addColumn('contact', 'text', (c) => c.notNull())
		.addColumn('keep_days', 'integer')
		.addColumn('erase_words', 'integer', (c) => c.notNull())
		.addColumn('show_contacts', 'integer', (c) => c.notNull())
		.addColumn('due_days', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('due_seen_at', 'bigint')
		.execute();
	await db.schema
		.createTable('owed_rewrite')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.execute();
}
