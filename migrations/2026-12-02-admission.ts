import type { Kysely } from 'kysely';

/**
 * One person, one voice. A workshop says how people come in, tickets are made for it, and a person remembers
 * the device that they joined with and the entry that theirs was merged into. Who may vote is written down
 * when a vote opens: everybody who is there has a vote in those that are open today.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.alterTable('workshop')
		.addColumn('admission', 'text', (c) => c.notNull().defaultTo('open'))
		.execute();
	await db.schema
		.alterTable('participant')
		.addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	await db.schema.alterTable('participant').addColumn('merged_into', 'text').execute();
	await makeTickets(db);
	await admitToOpenVotes(db);
}

async function makeTickets(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('ticket')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', (c) => c.notNull().references('workshop.id'))
		.addColumn('number', 'integer', (c) => c.notNull())
		.addColumn('lookup', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('organisation', 'text', (c) => c.notNull())
		.addColumn('category_id', 'text', (c) => c.references('category.id').onDelete('set null'))
		.addColumn('participant_id', 'text', (c) => c.references('participant.id').onDelete('set null'))
		.addColumn('voided_at', 'bigint')
		.execute();
	await db.schema
		.createIndex('ticket_workshop')
		.on('ticket')
		.columns(['workshop_id', 'number'])
		.execute();
}

async function admitToOpenVotes(db: Kysely<any>): Promise<void> {
	const votes = await db
		.selectFrom('vote')
		.select(['id', 'workshop_id'])
		.where('state', '=', 'open')
		.execute();
	for (const vote of votes)
		await db
			.insertInto('electorate')
			.columns(['vote_id', 'actor_id', 'voted'])
			.expression(
				db
					.selectFrom('participant')
					.select(({ val }) => [val(vote.id).as('vote_id'), 'actor_id', val(0).as('voted')])
					.where('workshop_id', '=', vote.workshop_id)
					.where('removed_at', 'is', null)
					.where(
						'actor_id',
						'not in',
						db.selectFrom('electorate').select('actor_id').where('vote_id', '=', vote.id)
					)
			)
			.execute();
}
