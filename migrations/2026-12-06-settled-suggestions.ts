import type { Kysely } from 'kysely';

/** What facilitators looked at and found right among the people: nothing but who stood in the suggestion. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('settled_suggestion')
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('workshop_id', 'text', (c) =>
			c.notNull().references('workshop.id').onDelete('cascade')
		)
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('participant_id', 'text', (c) =>
			c.notNull().references('participant.id').onDelete('cascade')
		)
		.addPrimaryKeyConstraint('settled_suggestion_key', ['id', 'participant_id'])
		.execute();
	await db.schema
		.createIndex('settled_suggestion_workshop')
		.on('settled_suggestion')
		.column('workshop_id')
		.execute();
}
