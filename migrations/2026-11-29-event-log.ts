import { sql, SqliteAdapter, type Kysely } from 'kysely';

/**
 * The log of what was done: one row for each command, which the database lets nobody change or delete.
 * It names what it speaks of without references, so that it outlives it.
 */
export async function up(db: Kysely<any>): Promise<void> {
	const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	await db.schema
		.createTable('event')
		.addColumn('seq', onSqlite ? 'integer' : 'serial', (c) =>
			onSqlite ? c.primaryKey().autoIncrement() : c.primaryKey()
		)
		.addColumn('workshop_id', 'text')
		.addColumn('actor_id', 'text')
		.addColumn('action', 'text', (c) => c.notNull())
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('detail', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('event_workshop')
		.on('event')
		.columns(['workshop_id', 'seq'])
		.execute();
	if (onSqlite)
		for (const change of ['update', 'delete'])
			await sql
				.raw(
					`create trigger event_no_${change} before ${change} on event
						begin select raise(abort, 'the event log is only ever added to'); end`
				)
				.execute(db);
	else {
		await sql`create function refuse_event() returns trigger language plpgsql as $$
			begin raise exception 'the event log is only ever added to'; end $$`.execute(db);
		await sql`create trigger event_no_change before update or delete on event
			for each row execute function refuse_event()`.execute(db);
	}
}
