import type { Kysely } from 'kysely';

/** What was kept of an activity while it was run, one row an activity: the last one. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('activity_state')
		.addColumn('activity_id', 'text', (c) =>
			c.primaryKey().references('activity.id').onDelete('cascade')
		)
		.addColumn('state', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.execute();
}
