import type { Kysely } from 'kysely';

/**
 * A note's row says who changed its words last, as the mark in its document does, in the place of whether
 * anybody did. Marks of before name nobody.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema.alterTable('note').addColumn('edited_by', 'text').execute();
	await db.updateTable('note').set({ edited_by: 'somebody' }).where('edited', '=', 1).execute();
	await db.schema.alterTable('note').dropColumn('edited').execute();
}
