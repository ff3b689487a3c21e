import type { VoteRules } from '../../domain/activities/activity.ts';
import type { Ballot } from '../../domain/votes/ballot.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Vote, VoteOption } from '../../domain/votes/vote.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../agenda/activity.table.ts';
import '../categories/category.table.ts';
import '../boards/board.table.ts';
import '../clusters/cluster.table.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import '../workshops/workshop.table.ts';
import './vote.table.ts';

/** Throws `not_found`. */
export async function getVote(db: Db, voteId: string): Promise<Vote> {
	const row = await db.selectFrom('vote').selectAll().where('id', '=', voteId).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return {
		id: row.id,
		workshopId: row.workshop_id,
		activityId: row.activity_id,
		rules: { budget: row.budget, cap: row.cap },
		state: row.state
	};
}

/** The newest closed vote of a workshop, which its ranks come from. */
export async function findClosedVote(db: Db, workshopId: string): Promise<Vote | undefined> {
	const row = await db
		.selectFrom('vote')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'closed')
		.orderBy('closed_at', 'desc')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
	return row && getVote(db, row.id);
}

/** In the order that the clusters had. */
export async function listOptions(db: Db, voteId: string): Promise<VoteOption[]> {
	const rows = await db
		.selectFrom('vote_option')
		.select(['cluster_id as clusterId', 'title'])
		.where('vote_id', '=', voteId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({ ...row, title: fromJson<LocalizedText>(row.title) }));
}

/** What a vote in an activity asks of it: the rules, where it has any, and whether notes are collected. */
export interface VotedActivity {
	readonly rules: VoteRules | undefined;
	readonly collectsNotes: boolean;
}

/** Throws `not_found`. */
export async function getVotedActivity(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<VotedActivity> {
	const row = await db
		.selectFrom('activity')
		.select(['vote', 'columns'])
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return {
		rules: fromJson<VoteRules | null>(row.vote) ?? undefined,
		collectsNotes: fromJson<unknown[]>(row.columns).length > 0
	};
}

/** True while a vote of the workshop is open. */
export async function hasOpenVote(db: Db, workshopId: string): Promise<boolean> {
	const row = await db
		.selectFrom('vote')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'open')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Which clusters can be voted on: those of a grouping, or of those the ones with notes of one activity. */
export interface VotableClusters {
	readonly groupingId: string;
	/** Null where every cluster counts. */
	readonly withNotesOf: string | null;
}

/** The clusters that stand now and can be voted on, in their order. */
export async function listVotable(
	db: Db,
	{ groupingId, withNotesOf }: VotableClusters
): Promise<{ id: string; title: string }[]> {
	let clusters = db
		.selectFrom('cluster')
		.select(['cluster.id', 'cluster.title'])
		.where('cluster.grouping_id', '=', groupingId)
		.where('cluster.deleted', '=', 0);
	if (withNotesOf !== null)
		clusters = clusters.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('cluster_note as member')
					.innerJoin('note', (join) =>
						join
							.onRef('note.board_id', '=', 'member.board_id')
							.onRef('note.key', '=', 'member.note_key')
							.on('note.deleted', '=', 0)
					)
					.innerJoin('board', 'board.id', 'note.board_id')
					.select('note.key')
					.whereRef('member.grouping_id', '=', 'cluster.grouping_id')
					.whereRef('member.cluster_id', '=', 'cluster.id')
					.where('board.activity_id', '=', withNotesOf)
			)
		);
	return clusters.orderBy('cluster.position').orderBy('cluster.id').execute();
}

/** Opens a vote on the clusters that can be voted on now and gives how many there are. */
export async function insertVote(
	trx: Trx,
	vote: Omit<Vote, 'state'> & { readonly openedAt: number },
	votable: VotableClusters
): Promise<number> {
	await trx
		.insertInto('vote')
		.values({
			id: vote.id,
			workshop_id: vote.workshopId,
			activity_id: vote.activityId,
			grouping_id: votable.groupingId,
			budget: vote.rules.budget,
			cap: vote.rules.cap,
			state: 'open',
			opened_at: vote.openedAt,
			closed_at: null
		})
		.execute();
	const clusters = await listVotable(trx, votable);
	for (const [position, { id, title }] of clusters.entries())
		await trx
			.insertInto('vote_option')
			.values({ vote_id: vote.id, cluster_id: id, title, position })
			.execute();
	return clusters.length;
}

/** Closes an open vote. Throws `stale` when somebody else closed it meanwhile. */
export async function markClosed(trx: Trx, voteId: string, at: number): Promise<void> {
	const result = await trx
		.updateTable('vote')
		.set({ state: 'closed', closed_at: at })
		.where('id', '=', voteId)
		.where('state', '=', 'open')
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('stale');
}

/**
 * Holds an open vote's row until the transaction ends, so that closing waits for the ballot under way
 * and no ballot follows it, on every engine. Throws `vote_closed`, in a closed hall too.
 */
export async function holdOpenVote(trx: Trx, voteId: string): Promise<void> {
	const result = await trx
		.updateTable('vote')
		.set({ state: 'open' })
		.where('id', '=', voteId)
		.where('state', '=', 'open')
		.where((where) =>
			where.exists(
				where
					.selectFrom('workshop')
					.select('workshop.id')
					.whereRef('workshop.id', '=', 'vote.workshop_id')
					.where('workshop.state', '=', 'open')
			)
		)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('vote_closed');
}

/** Puts a person's whole ballot in the place of the earlier one. */
export async function replaceBallot(
	trx: Trx,
	voteId: string,
	actorId: string,
	ballot: Ballot
): Promise<void> {
	await trx
		.deleteFrom('ballot')
		.where('vote_id', '=', voteId)
		.where('actor_id', '=', actorId)
		.execute();
	for (const [clusterId, dots] of ballot)
		await trx
			.insertInto('ballot')
			.values({ vote_id: voteId, actor_id: actorId, cluster_id: clusterId, dots })
			.execute();
}

/** One person's dots, asked for by that person. */
export async function getBallot(db: Db, voteId: string, actorId: string): Promise<Ballot> {
	const rows = await db
		.selectFrom('ballot')
		.select(['cluster_id', 'dots'])
		.where('vote_id', '=', voteId)
		.where('actor_id', '=', actorId)
		.orderBy('cluster_id')
		.execute();
	return new Map(rows.map((row) => [row.cluster_id, row.dots]));
}

/** Dots by cluster; a cluster without dots is not in it. */
export async function dotTotals(db: Db, voteId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('ballot')
		.select(({ fn }) => ['cluster_id', fn.sum('dots').as('dots')])
		.where('vote_id', '=', voteId)
		.groupBy('cluster_id')
		.execute();
	return new Map(rows.map((row) => [row.cluster_id, Number(row.dots)]));
}

/** People who gave at least one dot. */
export async function countVoters(db: Db, voteId: string): Promise<number> {
	const row = await db
		.selectFrom('ballot')
		.select(({ fn }) => fn.count('actor_id').distinct().as('people'))
		.where('vote_id', '=', voteId)
		.executeTakeFirstOrThrow();
	return Number(row.people);
}

/**
 * People who joined and do not only observe. Who voted counts too, though they were made an observer or
 * taken out since: their dots stay.
 */
export async function countMayVote(db: Db, vote: Pick<Vote, 'id' | 'workshopId'>): Promise<number> {
	const row = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.select(({ fn }) => fn.countAll().as('people'))
		.where('participant.workshop_id', '=', vote.workshopId)
		.where(({ and, or, eb, exists, selectFrom }) =>
			or([
				and([
					eb('category.observing', '=', 0),
					eb('participant.role', '!=', 'observer'),
					eb('participant.removed_at', 'is', null)
				]),
				exists(
					selectFrom('ballot')
						.select('ballot.actor_id')
						.whereRef('ballot.actor_id', '=', 'participant.actor_id')
						.where('ballot.vote_id', '=', vote.id)
				)
			])
		)
		.executeTakeFirstOrThrow();
	return Number(row.people);
}

/** The voters of each category of the workshop, 0 included, in the order of the categories. */
export async function votersByCategory(db: Db, vote: Vote): Promise<Map<string, number>> {
	const categories = await db
		.selectFrom('category')
		.select('id')
		.where('workshop_id', '=', vote.workshopId)
		.orderBy('position')
		.execute();
	const rows = await db
		.selectFrom('ballot')
		.innerJoin('participant', 'participant.actor_id', 'ballot.actor_id')
		.select(({ fn }) => [
			'participant.category_id as categoryId',
			fn.count('ballot.actor_id').distinct().as('people')
		])
		.where('ballot.vote_id', '=', vote.id)
		.groupBy('participant.category_id')
		.execute();
	const people = new Map(rows.map((row) => [row.categoryId, Number(row.people)]));
	return new Map(categories.map(({ id }) => [id, people.get(id) ?? 0]));
}

/**
 * Category to cluster to dots, nothing withheld: what leaves the server goes through
 * `withheldCategories` first.
 */
export async function dotsByCategory(
	db: Db,
	voteId: string
): Promise<Map<string, Map<string, number>>> {
	const rows = await db
		.selectFrom('ballot')
		.innerJoin('participant', 'participant.actor_id', 'ballot.actor_id')
		.select(({ fn }) => [
			'participant.category_id as categoryId',
			'ballot.cluster_id as clusterId',
			fn.sum('ballot.dots').as('dots')
		])
		.where('ballot.vote_id', '=', voteId)
		.groupBy(['participant.category_id', 'ballot.cluster_id'])
		.execute();
	const dots = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const of = dots.get(row.categoryId) ?? new Map<string, number>();
		dots.set(row.categoryId, of.set(row.clusterId, Number(row.dots)));
	}
	return dots;
}
