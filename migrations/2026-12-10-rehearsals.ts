import type { Kysely } from 'kysely';

/** A workshop that is the rehearsal of another one, one at most of each; and the people in it who are nobody. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('rehearsal')
		.addColumn('workshop_id', 'text', (c) =>
			c.primaryKey().references('workshop.id').onDelete('cascade')
		)
		.addColumn('of_workshop_id', 'text', (c) =>
			c.notNull().unique().references('workshop.id').onDelete('cascade')
		)
		.addColumn('started_at', 'bigint', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('pretend_person')
		.addColumn('actor_id', 'text', (c) => c.primaryKey().references('actor.id'))
		.addColumn('workshop_id', 'text', (c) =>
			c.notNull().references('workshop.id').onDelete('cascade')
		)
		.execute();
}
