import type { Kysely } from 'kysely';

/** The Wi-Fi of a workshop's hall, apart from the workshop's own row, so that nothing that reads that one tells it. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('hall_wifi')
		.addColumn('workshop_id', 'text', (c) =>
			c.primaryKey().references('workshop.id').onDelete('cascade')
		)
		.addColumn('network', 'text', (c) => c.notNull())
		.addColumn('password', 'text', (c) => c.notNull())
		.execute();
}
