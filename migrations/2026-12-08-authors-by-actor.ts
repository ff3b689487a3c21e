import type { Kysely } from 'kysely';

/** Whoever enters a board asks which entries were merged into theirs, and may be one of a thousand. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createIndex('board_author_actor')
		.on('board_author')
		.columns(['actor_id', 'board'])
		.execute();
}
