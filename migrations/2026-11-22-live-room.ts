import { sql, SqliteAdapter, type Kysely } from 'kysely';

/**
 * The live room that keeps everything: checksums and an archive of the log, whose client ids wrote, what
 * was found damaged, private writing and its reveal, locked boards, late notes, roles in the hall.
 */
export async function up(db: Kysely<any>): Promise<void> {
	const bytes = db.getExecutor().adapter instanceof SqliteAdapter ? sql`blob` : sql`bytea`;

	// Null for rows that were stored before there were checksums.
	await db.schema.alterTable('doc_update').addColumn('checksum', 'bigint').execute();
	await db.schema.alterTable('doc_snapshot').addColumn('checksum', 'bigint').execute();
	await db.schema
		.createTable('doc_archive')
		.addColumn('room', 'text', (c) => c.notNull())
		.addColumn('seq', 'integer', (c) => c.notNull())
		.addColumn('actor_id', 'text')
		.addColumn('bytes', bytes, (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('checksum', 'bigint')
		.addPrimaryKeyConstraint('doc_archive_key', ['room', 'seq'])
		.execute();
	await db.schema
		.createTable('doc_damaged')
		.addColumn('room', 'text', (c) => c.notNull())
		.addColumn('seq', 'integer', (c) => c.notNull())
		.addColumn('actor_id', 'text')
		.addColumn('bytes', bytes, (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('checksum', 'bigint')
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('found_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('doc_damaged_key', ['room', 'seq', 'found_at'])
		.execute();
	await db.schema
		.createTable('doc_client')
		.addColumn('room', 'text', (c) => c.notNull())
		.addColumn('client', 'bigint', (c) => c.notNull())
		.addColumn('actor_id', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('doc_client_key', ['room', 'client'])
		.execute();

	await db.schema
		.alterTable('activity')
		.addColumn('writing', 'text', (c) => c.notNull().defaultTo('shared'))
		.execute();
	await db.schema.alterTable('activity').addColumn('revealed_at', 'bigint').execute();
	await db.schema
		.alterTable('activity')
		.addColumn('locked', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	await db.schema
		.createTable('private_reveal')
		.addColumn('room', 'text', (c) => c.primaryKey())
		.addColumn('activity_id', 'text', (c) =>
			c.notNull().references('activity.id').onDelete('cascade')
		)
		.addColumn('seq', 'integer', (c) => c.notNull())
		.execute();

	await db.schema
		.alterTable('participant')
		.addColumn('role', 'text', (c) => c.notNull().defaultTo('participant'))
		.execute();
	await db.schema.alterTable('participant').addColumn('removed_at', 'bigint').execute();
	await db.schema
		.alterTable('workshop')
		.addColumn('joining', 'integer', (c) => c.notNull().defaultTo(1))
		.execute();

	await db.schema
		.createTable('late_note')
		.addColumn('activity_id', 'text', (c) =>
			c.notNull().references('activity.id').onDelete('cascade')
		)
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('workshop_id', 'text', (c) =>
			c.notNull().references('workshop.id').onDelete('cascade')
		)
		.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
		.addColumn('column_id', 'text', (c) => c.notNull())
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('written_at', 'bigint', (c) => c.notNull())
		.addColumn('handed_at', 'bigint', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull())
		.addColumn('decided_by', 'text')
		.addColumn('decided_at', 'bigint')
		.addPrimaryKeyConstraint('late_note_key', ['activity_id', 'key'])
		.execute();
	await db.schema
		.createIndex('late_note_workshop_id')
		.on('late_note')
		.column('workshop_id')
		.execute();
}
