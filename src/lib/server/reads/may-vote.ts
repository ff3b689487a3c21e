import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import '../participants/participant.table.ts';
import '../votes/vote.table.ts';
import { presentPeople } from './present-people.ts';

/** The people who may vote in a workshop: those who are present and do not only observe. */
export function peopleWhoMayVote(db: Db, workshopId: string) {
	return presentPeople(db, workshopId)
		.innerJoin('category', 'category.id', 'participant.category_id')
		.where('category.observing', '=', 0)
		.where('participant.role', '!=', 'observer');
}

/**
 * How many may vote in this vote. Who voted counts too, though they were made an observer or taken out
 * since: their dots stay.
 */
export async function countMayVote(
	db: Db,
	vote: { readonly id: string; readonly workshopId: string }
): Promise<number> {
	const row = await db
		.selectFrom('participant')
		.select(({ fn }) => fn.countAll().as('people'))
		.where('participant.workshop_id', '=', vote.workshopId)
		.where(({ or, eb }) =>
			or([
				eb('participant.id', 'in', peopleWhoMayVote(db, vote.workshopId).select('participant.id')),
				eb(
					'participant.actor_id',
					'in',
					db.selectFrom('ballot').select('ballot.actor_id').where('ballot.vote_id', '=', vote.id)
				)
			])
		)
		.executeTakeFirstOrThrow();
	return Number(row.people);
}
