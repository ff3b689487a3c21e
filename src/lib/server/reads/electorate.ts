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
 * How many voted, of those who may: while voting is open of everybody who has a vote in it and is there now,
 * once it has ended of those who could then. Who voted counts in any case, though they only observe since.
 */
export async function countTurnout(
	db: Db,
	vote: Pick<Vote, 'id' | 'workshopId' | 'state'>
): Promise<Turnout> {
	const { id, workshopId, state } = vote;
	const now = db
		.selectFrom('participant')
		.where('participant.workshop_id', '=', workshopId)
		.where(({ or, eb }) =>
			or([
				eb('participant.id', 'in', peopleWithVote(db, vote).select('participant.id')),
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

/** True for whoever was there when the vote was opened, and for those who were let in since. */
export async function isInElectorate(db: Db, voteId: string, actorId: string): Promise<boolean> {
	const row = await db
		.selectFrom('electorate')
		.select('actor_id')
		.where('vote_id', '=', voteId)
		.where('actor_id', '=', actorId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Those who could vote but joined after the vote was opened, as a query to go on from. Rule [VO19]. */
export function peopleWaitingToVote(db: Db, { id, workshopId }: Pick<Vote, 'id' | 'workshopId'>) {
	return peopleWhoMayVote(db, workshopId).where(
		'participant.actor_id',
		'not in',
		electorateOf(db, id)
	);
}

/** Those who may vote in this vote now: of the people who may vote in the workshop, its electorate. */
function peopleWithVote(db: Db, { id, workshopId }: Pick<Vote, 'id' | 'workshopId'>) {
	return peopleWhoMayVote(db, workshopId).where('participant.actor_id', 'in', electorateOf(db, id));
}

function electorateOf(db: Db, voteId: string) {
	return db
		.selectFrom('electorate')
		.select('electorate.actor_id')
		.where('electorate.vote_id', '=', voteId);
}

function votersOf(db: Db, voteId: string) {
	return db
		.selectFrom('electorate')
		.where('electorate.vote_id', '=', voteId)
		.where('electorate.voted', '=', 1);
}
