import type { Kysely } from 'kysely';

/**
 * Who may vote is written down when a vote opens. Everybody who is there has a vote in those that are open
 * today.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await admitToOpenVotes(db);
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
