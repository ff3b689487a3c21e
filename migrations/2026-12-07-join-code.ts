import type { Kysely } from 'kysely';

/**
 * A code is looked for among closed workshops too, which the unique index leaves out: each wrong code
 * that a stranger tried read the whole table.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createIndex('workshop_any_join_code')
		.on('workshop')
		.columns(['join_code', 'created_at'])
		.execute();
}
