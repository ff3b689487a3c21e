import type { Kysely } from 'kysely';

/** Each telling of the stage asks how often people were erased, and a day has thousands of other events. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createIndex('event_workshop_action')
		.on('event')
		.columns(['workshop_id', 'action'])
		.execute();
}
