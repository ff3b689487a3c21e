import type { Ballot } from '../../domain/votes/ballot.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Vote, VoteOption } from '../../domain/votes/vote.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { getHallState } from '../reads/hall-state.ts';
import type { VotableClusters } from '../reads/votable-clusters.ts';
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

/** Opens a vote on clusters. */
export async function insertVote(
	trx: Trx,
	vote: Omit<Vote, 'state'> & { readonly openedAt: number },
	{ groupingId, clusters }: VotableClusters
): Promise<void> {
	await trx
		.insertInto('vote')
		.values({
			id: vote.id,
			workshop_id: vote.workshopId,
			activity_id: vote.activityId,
			grouping_id: groupingId,
			budget: vote.rules.budget,
			cap: vote.rules.cap,
			state: 'open',
			opened_at: vote.openedAt,
			closed_at: null
		})
		.execute();
	for (const [position, { id, title }] of clusters.entries())
		await trx
			.insertInto('vote_option')
			.values({ vote_id: vote.id, cluster_id: id, title: toJson(title), position })
			.execute();
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
export async function holdOpenVote(trx: Trx, vote: Pick<Vote, 'id' | 'workshopId'>): Promise<void> {
	const result = await trx
		.updateTable('vote')
		.set({ state: 'open' })
		.where('id', '=', vote.id)
		.where('state', '=', 'open')
		.executeTakeFirst();
	const held = result.numUpdatedRows === 1n;
	if (!held || (await getHallState(trx, vote.workshopId)) !== 'open')
		throw new DomainError('vote_closed');
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
