import type { Turnout, Vote } from '../../domain/votes/vote.ts';
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

/** Who voted in a vote that is not published yet, each with the category that they are told with. */
export async function listVoters(
	db: Db,
	voteId: string
): Promise<{ readonly actorId: string; readonly categoryId: string }[]> {
	return votersOf(db, voteId)
		.innerJoin('participant', 'participant.actor_id', 'electorate.actor_id')
		.select(['electorate.actor_id as actorId', 'participant.category_id as categoryId'])
		.execute();
}

/**
 * How many voted, of those who may: while voting is open of everybody who could now, once it has ended of
 * those who could then. Who voted counts in any case, though they were taken out since: their ballot stays.
 */
export async function countTurnout(
	db: Db,
	{ id, workshopId, state }: Pick<Vote, 'id' | 'workshopId' | 'state'>
): Promise<Turnout> {
	const now = db
		.selectFrom('participant')
		.where('participant.workshop_id', '=', workshopId)
		.where(({ or, eb }) =>
			or([
				eb('participant.id', 'in', peopleWhoMayVote(db, workshopId).select('participant.id')),
				eb('participant.actor_id', 'in', votersOf(db, id).select('electorate.actor_id'))
			])
		);
	const then = db.selectFrom('electorate').where('electorate.vote_id', '=', id);
	const { voted, mayVote } = await db
		.selectNoFrom(({ fn }) => {
			const people = fn.countAll().as('people');
			return [
				votersOf(db, id).select(people).as('voted'),
				(state === 'open' ? now.select(people) : then.select(people)).as('mayVote')
			];
		})
		.executeTakeFirstOrThrow();
	return { voted: Number(voted), mayVote: Number(mayVote) };
}

function votersOf(db: Db, voteId: string) {
	return db
		.selectFrom('electorate')
		.where('electorate.vote_id', '=', voteId)
		.where('electorate.voted', '=', 1);
}
