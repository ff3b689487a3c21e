import { createHmac } from 'node:crypto';
import { ballotText, isEmptyBallot } from '../../domain/ballots/ballot.ts';
import type { Ballot } from '../../domain/ballots/ballot-methods.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CountedBallot } from '../../domain/votes/publication.ts';
import type { StageVote } from '../../domain/stage/stage.ts';
import type { RecordedBallot, Vote } from '../../domain/votes/vote.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import { listMergedEntries } from '../reads/merged-entries.ts';
import {
	isInElectorate,
	listVoters,
	peopleWaitingToVote,
	peopleWhoMayVote
} from '../reads/electorate.ts';
import { presentPeople } from '../reads/present-people.ts';
import './vote.table.ts';

/**
 * The ballots of one vote, from opening to publishing. A ballot lies under a key that follows from its
 * voter's id and a secret of the vote: who reads the rows alone cannot tell whose it is, and once the
 * secret is erased nobody can. Rule [VO13].
 */

/** A ballot as a person hands it in, checked against the rules of its vote. */
export interface BallotToKeep extends RecordedBallot {
	readonly commitment: string | null;
}

/**
 * Puts a person's whole ballot in the place of the earlier one, which an empty one takes back. The vote's
 * row is held by the transaction. Throws `vote_joined_late` for who is not of the electorate,
 * `ballot_superseded` when a later decision of theirs is recorded, or another one of the same number.
 */
export async function putBallot(
	trx: Trx,
	voteId: string,
	actorId: string,
	{ ballot, turn, commitment }: BallotToKeep
): Promise<void> {
	if (!(await isInElectorate(trx, voteId, actorId))) throw new DomainError('vote_joined_late');
	const voter_key = await voterKey(trx, voteId, actorId);
	const value = ballotText(ballot);
	const row = { vote_id: voteId, voter_key, value, commitment, turn };
	const before = await findBallot(trx, voteId, voter_key);
	if (before && (before.turn > turn || (before.turn === turn && before.value !== value)))
		throw new DomainError('ballot_superseded');
	await trx
		.insertInto('ballot')
		.values(row)
		.onConflict((conflict) =>
			conflict.columns(['vote_id', 'voter_key']).doUpdateSet({ value, commitment, turn })
		)
		.execute();
	const voted = isEmptyBallot(ballot) ? 0 : 1;
	await trx
		.updateTable('electorate')
		.set({ voted })
		.where('vote_id', '=', voteId)
		.where('actor_id', '=', actorId)
		.execute();
}

/** One person's ballot, asked for by that person; undefined before the first one. */
export async function findOwnBallot(
	db: Db,
	voteId: string,
	actorId: string
): Promise<RecordedBallot | undefined> {
	const row = await findBallot(db, voteId, await voterKey(db, voteId, actorId));
	return row && { ballot: fromJson<Ballot>(row.value), turn: row.turn };
}

/**
 * Writes down who is there as the vote opens, observers too: a facilitator may give them a voice while it is
 * open.
 */
export async function openElectorate(
	trx: Trx,
	{ id, workshopId }: Pick<Vote, 'id' | 'workshopId'>
): Promise<void> {
	await enter(trx, id, presentPeople(trx, workshopId));
}

/** Lets people vote who joined after the opening, of `participantIds` those who wait. Gives how many. */
export async function letIntoElectorate(
	trx: Trx,
	vote: Pick<Vote, 'id' | 'workshopId'>,
	participantIds: readonly string[]
): Promise<number> {
	if (participantIds.length === 0) return 0;
	const waiting = peopleWaitingToVote(trx, vote);
	return enter(trx, vote.id, waiting.where('participant.id', 'in', participantIds));
}

/** Leaves of the electorate, as voting ends, those who voted and those who could have. */
export async function closeElectorate(
	trx: Trx,
	{ id, workshopId }: Pick<Vote, 'id' | 'workshopId'>
): Promise<void> {
	await trx
		.deleteFrom('electorate')
		.where('vote_id', '=', id)
		.where('voted', '=', 0)
		.where('actor_id', 'not in', peopleWhoMayVote(trx, workshopId).select('participant.actor_id'))
		.execute();
}

/**
 * Takes a person's ballot out of a vote, as if they had not voted; in an open one they keep their voice.
 */
export async function dropBallot(
	trx: Trx,
	{ id, state }: Pick<StageVote, 'id' | 'state'>,
	actorId: string
): Promise<void> {
	await trx
		.deleteFrom('ballot')
		.where('vote_id', '=', id)
		.where('voter_key', '=', await voterKey(trx, id, actorId))
		.execute();
	if (state === 'open')
		await trx
			.updateTable('electorate')
			.set({ voted: 0 })
			.where('vote_id', '=', id)
			.where('actor_id', '=', actorId)
			.execute();
	else
		await trx
			.deleteFrom('electorate')
			.where('vote_id', '=', id)
			.where('actor_id', '=', actorId)
			.execute();
}

/** The voices in a vote that stand on an entry that was merged into another one, with the actor of that one. */
export async function listMergedVoices(
	trx: Trx,
	{ id, workshopId }: Pick<Vote, 'id' | 'workshopId'>
): Promise<{ readonly from: string; readonly to: string }[]> {
	const entries = await listMergedEntries(trx, workshopId);
	if (entries.length === 0) return [];
	const into = new Map(entries.map(({ from, to }) => [from, to]));
	const voices = await trx
		.selectFrom('electorate')
		.select('actor_id')
		.where('vote_id', '=', id)
		.where('actor_id', 'in', [...into.keys()])
		.execute();
	return voices.map(({ actor_id: from }) => {
		let to = from;
		for (let next = into.get(to); next !== undefined; next = into.get(to)) to = next;
		return { from, to };
	});
}

/**
 * Leaves one voice of a person's two entries, that of `to`. While voting is open a ballot of `from` goes, and
 * `to` votes where either could. In a vote that ended the ballot of `to` counts, else that of `from`.
 */
export async function mergeVoices(
	trx: Trx,
	vote: Pick<StageVote, 'id' | 'state'>,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<void> {
	const { id, state } = vote;
	const rows = await trx
		.selectFrom('electorate')
		.select(['actor_id', 'voted'])
		.where('vote_id', '=', id)
		.where('actor_id', 'in', [from, to])
		.execute();
	const other = rows.find((row) => row.actor_id === from);
	const kept = rows.find((row) => row.actor_id === to);
	if (!other) return;
	if (state === 'ended' && other.voted === 1 && kept?.voted !== 1) {
		await dropBallot(trx, vote, to);
		return;
	}
	await dropBallot(trx, vote, from);
	if (state !== 'open') return;
	if (kept)
		await trx
			.deleteFrom('electorate')
			.where('vote_id', '=', id)
			.where('actor_id', '=', from)
			.execute();
	else
		await trx
			.updateTable('electorate')
			.set({ actor_id: to, voted: 0 })
			.where('vote_id', '=', id)
			.where('actor_id', '=', from)
			.execute();
}

/** Every ballot that gives something, each with the category of its voter and without the voter. */
export async function ballotsToCount(trx: Trx, voteId: string): Promise<CountedBallot[]> {
	const key = await keyOf(trx, voteId);
	const rows = await trx
		.selectFrom('ballot')
		.select(['voter_key', 'value', 'commitment'])
		.where('vote_id', '=', voteId)
		.execute();
	const byKey = new Map(rows.map((row) => [row.voter_key, row]));
	return (await listVoters(trx, voteId)).map(({ actorId, categoryId }) => {
		const row = byKey.get(keyOfVoter(key, actorId));
		if (!row) throw new DomainError('unexpected');
		const { value, commitment } = row;
		return { ballot: fromJson<Ballot>(value), categoryId, commitment };
	});
}

/** Takes away ballots, electorate and key. What is on disk is overwritten by `eraseDeleted`. */
export async function emptyBallotBox(trx: Trx, voteId: string): Promise<void> {
	for (const table of ['ballot', 'electorate', 'vote_key'] as const)
		await trx.deleteFrom(table).where('vote_id', '=', voteId).execute();
}

async function enter(
	trx: Trx,
	voteId: string,
	people: ReturnType<typeof presentPeople>
): Promise<number> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('electorate')
		.columns(['vote_id', 'actor_id', 'voted'])
		.expression(
			people.select(({ val }) => [
				val(voteId).as('vote_id'),
				'participant.actor_id',
				val(0).as('voted')
			])
		)
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0);
}

async function findBallot(db: Db, voteId: string, voter_key: string) {
	return db
		.selectFrom('ballot')
		.select(['value', 'turn'])
		.where('vote_id', '=', voteId)
		.where('voter_key', '=', voter_key)
		.executeTakeFirst();
}

async function voterKey(db: Db, voteId: string, actorId: string): Promise<string> {
	return keyOfVoter(await keyOf(db, voteId), actorId);
}

async function keyOf(db: Db, voteId: string): Promise<Uint8Array> {
	const row = await db
		.selectFrom('vote_key')
		.select('key')
		.where('vote_id', '=', voteId)
		.executeTakeFirst();
	if (!row) throw new DomainError('vote_closed');
	return row.key;
}

function keyOfVoter(key: Uint8Array, actorId: string): string {
	return createHmac('sha256', key).update(actorId).digest('base64url');
}
