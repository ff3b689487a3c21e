import type { Kysely } from 'kysely';

/** Proposals that were removed, so that removing one can be taken back: the row and its links as JSON. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('removed_proposal')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', (c) =>
			c.notNull().references('workshop.id').onDelete('cascade')
		)
		.addColumn('proposal', 'text', (c) => c.notNull())
		.addColumn('removed_at', 'bigint', (c) => c.notNull())
		.execute();
}
