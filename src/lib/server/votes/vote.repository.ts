import type { VoteRules } from '../../domain/ballots/ballot-methods.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Publication } from '../../domain/votes/publication.ts';
import type { Vote, VoteOption, WaitingVoter } from '../../domain/votes/vote.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { peopleWaitingToVote } from '../reads/electorate.ts';
import { getHallState } from '../reads/hall-state.ts';
import type { VotableClusters } from '../reads/votable-clusters.ts';
import { withTitles } from './option-titles.ts';
import './vote.table.ts';

/** Throws `not_found`. */
export async function getVote(db: Db, voteId: string): Promise<Vote> {
	const row = await db
		.selectFrom('vote')
		.select(['id', 'workshop_id', 'activity_id', 'rules', 'state'])
		.where('id', '=', voteId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return {
		id: row.id,
		workshopId: row.workshop_id,
		activityId: row.activity_id,
		rules: fromJson<VoteRules>(row.rules),
		state: row.state
	};
}

/** The record of a published vote, undefined before. */
export async function findPublication(db: Db, voteId: string): Promise<Publication | undefined> {
	const row = await db
		.selectFrom('vote')
		.select('record')
		.where('id', '=', voteId)
		.executeTakeFirst();
	return row?.record ? fromJson<Publication>(row.record) : undefined;
}

/** In the order that they had. */
export async function listOptions(db: Db, voteId: string): Promise<VoteOption[]> {
	const rows = await db
		.selectFrom('vote_option')
		.select(['kind', 'ref', 'title'])
		.where('vote_id', '=', voteId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({ ...row, title: fromJson<LocalizedText>(row.title) }));
}

/** Opens a vote on clusters, with the key of its ballots. */
export async function insertVote(
	trx: Trx,
	vote: Omit<Vote, 'state'> & { readonly openedAt: number; readonly key: Uint8Array },
	{ groupingId, clusters }: VotableClusters
): Promise<void> {
	await trx
		.insertInto('vote')
		.values({
			id: vote.id,
			workshop_id: vote.workshopId,
			activity_id: vote.activityId,
			grouping_id: groupingId,
			rules: toJson(vote.rules),
			state: 'open',
			cited: 0,
			opened_at: vote.openedAt,
			ended_at: null,
			published_at: null,
			record: null
		})
		.execute();
	await trx.insertInto('vote_key').values({ vote_id: vote.id, key: vote.key }).execute();
	for (const [position, { id, title }] of withTitles(clusters).entries())
		await trx
			.insertInto('vote_option')
			.values({ vote_id: vote.id, kind: 'cluster', ref: id, title: toJson(title), position })
			.execute();
}

/** Ends an open vote. Throws `stale` when somebody else ended it meanwhile. */
export function markEnded(trx: Trx, voteId: string, at: number): Promise<void> {
	return moveState(trx, voteId, 'open', { state: 'ended', ended_at: at });
}

/** Takes ballots again in a vote that ended. Throws `stale` when it was published or opened meanwhile. */
export function markReopened(trx: Trx, voteId: string): Promise<void> {
	return moveState(trx, voteId, 'ended', { state: 'open', ended_at: null });
}

/** Keeps the record of a vote that ended. Throws `stale` when it was published or opened meanwhile. */
export function markPublished(trx: Trx, record: Publication, at: number): Promise<void> {
	return moveState(trx, record.voteId, 'ended', {
		state: 'published',
		published_at: at,
		record: toJson(record)
	});
}

async function moveState(
	trx: Trx,
	voteId: string,
	from: Vote['state'],
	change: {
		state: Vote['state'];
		ended_at?: number | null;
		published_at?: number;
		record?: string;
	}
): Promise<void> {
	const result = await trx
		.updateTable('vote')
		.set(change)
		.where('id', '=', voteId)
		.where('state', '=', from)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('stale');
}

/**
 * Holds an open vote's row until the transaction ends, so that ending waits for the ballot under way and no
 * ballot follows it, on every engine. Throws `otherwise` where it is not open, in a closed hall too.
 */
export async function holdOpenVote(
	trx: Trx,
	vote: Pick<Vote, 'id' | 'workshopId'>,
	otherwise: 'vote_closed' | 'stale'
): Promise<void> {
	const result = await trx
		.updateTable('vote')
		.set({ state: 'open' })
		.where('id', '=', vote.id)
		.where('state', '=', 'open')
		.executeTakeFirst();
	const held = result.numUpdatedRows === 1n;
	if (!held || (await getHallState(trx, vote.workshopId)) !== 'open')
		throw new DomainError(otherwise);
}

/** Names a published vote in proposals, plan and documents, in the place of another of its grouping. */
export async function citeVote(trx: Trx, voteId: string): Promise<void> {
	const grouping = trx.selectFrom('vote').select('grouping_id').where('id', '=', voteId);
	await trx.updateTable('vote').set({ cited: 0 }).where('grouping_id', '=', grouping).execute();
	await trx.updateTable('vote').set({ cited: 1 }).where('id', '=', voteId).execute();
}

/** The same, unless one of its grouping is named already. */
export async function citeIfFirst(trx: Trx, voteId: string): Promise<void> {
	const { grouping_id } = await trx
		.selectFrom('vote')
		.select('grouping_id')
		.where('id', '=', voteId)
		.executeTakeFirstOrThrow();
	const cited = await trx
		.selectFrom('vote')
		.select('id')
		.where('grouping_id', '=', grouping_id)
		.where('cited', '=', 1)
		.executeTakeFirst();
	if (!cited) await citeVote(trx, voteId);
}

/** Lets proposals, plan and documents name no vote of its grouping. */
export async function uncite(trx: Trx, voteId: string): Promise<void> {
	await trx.updateTable('vote').set({ cited: 0 }).where('id', '=', voteId).execute();
}

/** Who waits to be let into an open vote, in the order in which they joined. */
export async function listWaitingVoters(
	db: Db,
	vote: Pick<Vote, 'id' | 'workshopId'>
): Promise<WaitingVoter[]> {
	return peopleWaitingToVote(db, vote)
		.select([
			'participant.id as participantId',
			'participant.name',
			'participant.organisation',
			'participant.category_id as categoryId',
			'participant.joined_at as joinedAt'
		])
		.orderBy('participant.joined_at')
		.orderBy('participant.id')
		.execute();
}
