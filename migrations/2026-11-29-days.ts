import { sql, type Kysely } from 'kysely';

/**
 * Days of a workshop, which its date and hours move to, and the programme whose edition or phase it may
 * be. The text that was called programme says under what a workshop is held: its framework. The floor of
 * anonymity is 3 at least.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('day')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', (c) =>
			c.notNull().references('workshop.id').onDelete('cascade')
		)
		.addColumn('date', 'text')
		.addColumn('start_time', 'text')
		.addColumn('end_time', 'text')
		.addColumn('position', 'integer', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('day_workshop_id').on('day').column('workshop_id').execute();
	// A workshop of old had one day, which takes its id.
	await sql`insert into day (id, workshop_id, date, start_time, end_time, position)
		select id, id, date, start_time, end_time, 1 from workshop`.execute(db);
	await db.schema
		.alterTable('activity')
		.addColumn('day_id', 'text', (c) => c.references('day.id'))
		.execute();
	await db
		.updateTable('activity')
		.set((set) => ({ day_id: set.ref('workshop_id') }))
		.execute();
	for (const column of ['date', 'start_time', 'end_time'])
		await db.schema.alterTable('workshop').dropColumn(column).execute();

	await db.schema
		.createTable('programme')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull())
		.execute();
	await db.schema.alterTable('workshop').renameColumn('programme', 'framework').execute();
	await db.schema
		.alterTable('workshop')
		.addColumn('programme_id', 'text', (c) => c.references('programme.id'))
		.execute();
	await db.schema
		.alterTable('workshop')
		.addColumn('phase', 'text', (c) => c.notNull().defaultTo('{}'))
		.execute();

	await db
		.updateTable('workshop')
		.set({ anonymity_floor: 3 })
		.where('anonymity_floor', '<', 3)
		.execute();
}
