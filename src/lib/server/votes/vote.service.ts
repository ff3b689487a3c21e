import { createHash, randomBytes } from 'node:crypto';
import { refsOf, requireBallot } from '../../domain/ballots/ballot.ts';
import { DEFAULT_VOTE_RULES, methodOf } from '../../domain/ballots/ballot-methods.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Actor } from '../../domain/people/actor.ts';
import {
	assertAllowed,
	canInWorkshop,
	canOnBoard,
	type WorkshopAction
} from '../../domain/policy.ts';
import { fingerprintOf } from '../../domain/votes/fingerprint.ts';
import { countVote, type ClusterPlace, type VoteResults } from '../../domain/votes/publication.ts';
import type {
	OptionNote,
	RecordedBallot,
	Turnout,
	Vote,
	VoteForActor,
	WaitingVoter
} from '../../domain/votes/vote.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { eraseDeleted } from '../db/erase-deleted.ts';
import { recordEvent } from '../events/record-event.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import { countTurnout, isInElectorate } from '../reads/electorate.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import { findNewestVote } from '../reads/newest-vote.ts';
import { listNotesOfCluster } from '../reads/notes-of-cluster.ts';
import { listUnpublishedVotes } from '../reads/open-votes.ts';
import { listPublishedVotes, type PublishedVote } from '../reads/published-votes.ts';
import { findVotableClusters } from '../reads/votable-clusters.ts';
import { findVoteRules } from '../reads/vote-rules.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { StageService } from '../stage/stage.service.ts';
import {
	ballotsToCount,
	closeElectorate,
	dropBallot,
	emptyBallotBox,
	findOwnBallot,
	letIntoElectorate,
	listMergedVoices,
	mergeVoices,
	openElectorate,
	putBallot
} from './ballot-box.ts';
import type { SentBallot } from './ballot-input.ts';
import {
	citeIfFirst,
	citeVote,
	findPublication,
	getVote,
	holdOpenVote,
	insertVote,
	listOptions,
	listWaitingVoters,
	markEnded,
	markPublished,
	markReopened,
	uncite
} from './vote.repository.ts';
import { timeNow } from '../time/clock.ts';

/**
 * Votes, from opening to their record. Nobody is ever given a ballot but their own, and nobody a total before
 * the vote is published. A stage's id is the workshop's for the hall.
 */
export interface VoteService {
	/** The workshop of a vote, by which a request finds the cookie it comes with. Throws `not_found`. */
	workshopOf(voteId: string): Promise<string>;
	/**
	 * Opens a vote on the activity's clusters as they stand now and gives its id: writing ends, and the
	 * clusters of that grouping do not change until it is published. Throws `stale`, `vote_without_options`,
	 * and `vote_open` while one of the activity is not published.
	 */
	openVote(actor: Actor, stageId: string, activityId: string, seen: number): Promise<string>;
	/** Ends voting; nothing is counted yet. Throws `stale`, also when it has ended already. */
	endVote(actor: Actor, stageId: string, voteId: string, seen: number): Promise<void>;
	/** Takes ballots again. Throws `stale`, also once it is published, and `hall_closed`. */
	reopenVote(actor: Actor, stageId: string, voteId: string, seen: number): Promise<void>;
	/**
	 * Counts a vote that has ended, keeps its record, erases ballots, electorate and key, and shows the
	 * results. The first one on its clusters is cited from then on. Cannot be taken back. Throws `stale`.
	 */
	publishVote(actor: Actor, stageId: string, voteId: string, seen: number): Promise<void>;
	/**
	 * Lets proposals, plan and documents name this vote in the place of another on the same clusters, or
	 * none. Throws `vote_open` before it is published.
	 */
	citeVote(actor: Actor, voteId: string, cited: boolean): Promise<void>;
	/**
	 * Puts the whole ballot in the place of the person's earlier one; an empty one takes it back. Throws
	 * `vote_closed`, `vote_observer`, `vote_joined_late`, `ballot_superseded` and what `requireBallot` throws.
	 */
	castVote(actor: Actor, voteId: string, sent: SentBallot): Promise<void>;
	/** Who joined after the vote was opened and has no voice in it yet; nobody once it has ended. */
	waiting(actor: Actor, voteId: string): Promise<WaitingVoter[]>;
	/**
	 * Gives a voice to those of `participantIds` who wait, and to nobody who came meanwhile; gives how many.
	 * Throws `stale` once voting has ended.
	 */
	letVote(actor: Actor, voteId: string, participantIds: readonly string[]): Promise<number>;
	/** Unguarded: takes the ballots of somebody who was taken out from the votes that are open. */
	dropVoice(trx: Trx, workshopId: string, actorId: string): Promise<void>;
	/** Unguarded: leaves one voice of a person's two entries in every vote that is not published. */
	mergeVoices(
		trx: Trx,
		workshopId: string,
		entries: { readonly from: string; readonly to: string }
	): Promise<void>;
	/** The vote as this person sees it, the options in an order of their own. */
	voteFor(actor: Actor, voteId: string): Promise<VoteForActor>;
	/**
	 * The notes that stand in the cluster of an option, of boards that the actor may read: a voter knows what is
	 * voted on. Throws `not_found` for what is no option of the vote. Rule [VO22].
	 */
	optionNotes(actor: Actor, voteId: string, ref: string): Promise<OptionNote[]>;
	/** How many clusters could be voted on in an activity now, for those who open votes. */
	countVotable(actor: Actor, workshopId: string, activityId: string): Promise<number>;
	/** How many have voted; all that is told before the vote is published. */
	turnout(actor: Actor, voteId: string): Promise<Turnout>;
	/** The record. Throws `vote_open` until the vote is published, whoever asks. */
	results(actor: Actor, workshopId: string, voteId: string): Promise<VoteResults>;
	/** Every published vote, the oldest first, with what each group gave for those who may export. */
	published(actor: Actor, workshopId: string): Promise<VoteResults[]>;
	/** Cluster to its place in the vote that is cited for its grouping; empty while none is. */
	ranking(actor: Actor, workshopId: string): Promise<ReadonlyMap<string, ClusterPlace>>;
}

export function voteService(deps: {
	db: RootDb;
	rooms: Rooms;
	stage: StageService;
	toldGroups: Pick<ToldGroupsService, 'partition'>;
	now?: () => number;
}): VoteService {
	const { db, rooms, stage, toldGroups, now = timeNow } = deps;

	async function may(actor: Actor, workshopId: string, action: WorkshopAction): Promise<boolean> {
		return canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId));
	}

	/** The vote, when the actor may do `action` in its workshop. */
	async function voteOf(actor: Actor, voteId: string, action: WorkshopAction): Promise<Vote> {
		const vote = await getVote(db, voteId);
		assertAllowed(await may(actor, vote.workshopId, action));
		return vote;
	}

	/** The same, for a command on the stage of its workshop. */
	async function voteOn(actor: Actor, stageId: string, voteId: string): Promise<Vote> {
		const vote = await voteOf(actor, voteId, 'manage_vote');
		if (vote.workshopId !== (await stage.workshopOf(stageId))) throw new DomainError('not_found');
		return vote;
	}

	async function ownBallot(actor: Actor, vote: Vote): Promise<RecordedBallot | null> {
		if (vote.state === 'published' || !(await may(actor, vote.workshopId, 'cast_vote')))
			return null;
		const { empty } = methodOf(vote.rules);
		return (await findOwnBallot(db, vote.id, actor.id)) ?? { ballot: empty, turn: 0 };
	}

	async function waits(actor: Actor, vote: Vote): Promise<boolean> {
		if (vote.state !== 'open' || !(await may(actor, vote.workshopId, 'cast_vote'))) return false;
		return !(await isInElectorate(db, vote.id, actor.id));
	}

	/** Counts and keeps the record, and takes the ballots away, in the transaction of the stage's step. */
	async function publish(trx: Trx, vote: Vote): Promise<void> {
		const floor = await getAnonymityFloor(trx, vote.workshopId);
		const record = countVote({
			vote,
			options: await listOptions(trx, vote.id),
			electorate: (await countTurnout(trx, vote)).mayVote,
			ballots: await ballotsToCount(trx, vote.id),
			// While the electorate is known: who only voted took part, too.
			partition: await toldGroups.partition(trx, vote.workshopId),
			floor
		});
		await markPublished(trx, record, now());
		await emptyBallotBox(trx, vote.id);
		if (record.outcome) await citeIfFirst(trx, vote.id);
	}

	function resultsOf(vote: PublishedVote, withGroups: boolean): VoteResults {
		const { record, activityId, activityTitle, cited, publishedAt } = vote;
		return {
			...record,
			activityId,
			activityTitle,
			cited,
			publishedAt,
			fingerprint: fingerprintOf(record),
			groups: withGroups ? record.groups : null
		};
	}

	async function published(actor: Actor, workshopId: string): Promise<VoteResults[]> {
		assertAllowed(await may(actor, workshopId, 'read_results'));
		const withGroups = await may(actor, workshopId, 'export');
		const votes = await listPublishedVotes(db, workshopId);
		return votes.map((vote) => resultsOf(vote, withGroups));
	}

	return {
		published,
		workshopOf: async (voteId) => (await getVote(db, voteId)).workshopId,
		async openVote(actor, stageId, activityId, seen) {
			const workshopId = await stage.workshopOf(stageId);
			assertAllowed(await may(actor, workshopId, 'manage_vote'));
			const rules = (await findVoteRules(db, workshopId, activityId)) ?? DEFAULT_VOTE_RULES;
			const { groupingId } = await findVotableClusters(db, workshopId, activityId);
			// What was just written to the clusters' document is on disk before its rows become the options.
			await rooms.change('clusters', groupingId, null, () => undefined);
			const id = newId();
			await stage.enterVote(actor, stageId, seen, {
				activityId,
				voteId: id,
				async write(trx) {
					const before = await findNewestVote(trx, activityId);
					if (before && before.state !== 'published') throw new DomainError('vote_open');
					const votable = await findVotableClusters(trx, workshopId, activityId);
					if (votable.clusters.length === 0) throw new DomainError('vote_without_options');
					const vote = { id, workshopId, activityId, rules, openedAt: now(), key: randomBytes(32) };
					await insertVote(trx, vote, votable);
					await openElectorate(trx, vote);
				}
			});
			return id;
		},
		async endVote(actor, stageId, voteId, seen) {
			const vote = await voteOn(actor, stageId, voteId);
			await stage.moveVote(actor, stageId, seen, {
				action: 'vote_ended',
				vote,
				async write(trx) {
					await markEnded(trx, voteId, now());
					await closeElectorate(trx, vote);
				}
			});
		},
		async reopenVote(actor, stageId, voteId, seen) {
			const vote = await voteOn(actor, stageId, voteId);
			await stage.moveVote(actor, stageId, seen, {
				action: 'vote_reopened',
				vote,
				async write(trx) {
					await markReopened(trx, voteId);
					for (const entries of await listMergedVoices(trx, vote))
						await mergeVoices(trx, { id: voteId, state: 'open' }, entries);
				}
			});
		},
		async publishVote(actor, stageId, voteId, seen) {
			const vote = await voteOn(actor, stageId, voteId);
			await stage.moveVote(actor, stageId, seen, {
				action: 'vote_published',
				vote,
				write: (trx) => publish(trx, { ...vote, state: 'ended' })
			});
			await eraseDeleted(db);
		},
		async citeVote(actor, voteId, cited) {
			const { workshopId, state } = await voteOf(actor, voteId, 'manage_vote');
			if (state !== 'published') throw new DomainError('vote_open');
			await db.transaction().execute(async (trx) => {
				await (cited ? citeVote(trx, voteId) : uncite(trx, voteId));
				const event = { action: 'vote_cited', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: voteId, detail: { cited } }, now());
			});
		},
		async castVote(actor, voteId, { ballot, turn, commitment }) {
			if (actor.kind === 'guest' && actor.observing) throw new DomainError('vote_observer');
			const vote = await voteOf(actor, voteId, 'cast_vote');
			const options = refsOf(await listOptions(db, voteId));
			const kept = { ballot: requireBallot(vote.rules, options, ballot), turn, commitment };
			await db.transaction().execute(async (trx) => {
				await holdOpenVote(trx, vote, 'vote_closed');
				await putBallot(trx, voteId, actor.id, kept);
			});
		},
		async waiting(actor, voteId) {
			const vote = await voteOf(actor, voteId, 'manage_vote');
			return vote.state === 'open' ? listWaitingVoters(db, vote) : [];
		},
		async letVote(actor, voteId, participantIds) {
			const vote = await voteOf(actor, voteId, 'manage_vote');
			const { workshopId } = vote;
			return db.transaction().execute(async (trx) => {
				await holdOpenVote(trx, vote, 'stale');
				const people = await letIntoElectorate(trx, vote, participantIds);
				const event = { action: 'voters_let_in', workshopId, actorId: actor.id } as const;
				if (people > 0)
					await recordEvent(trx, { ...event, subjectId: voteId, detail: { people } }, now());
				return people;
			});
		},
		async dropVoice(trx, workshopId, actorId) {
			for (const vote of await listUnpublishedVotes(trx, workshopId))
				if (vote.state === 'open') await dropBallot(trx, vote, actorId);
		},
		async mergeVoices(trx, workshopId, entries) {
			for (const vote of await listUnpublishedVotes(trx, workshopId))
				await mergeVoices(trx, vote, entries);
		},
		async voteFor(actor, voteId) {
			const vote = await voteOf(actor, voteId, 'see_workshop');
			const options = await listOptions(db, voteId);
			return {
				...vote,
				options: shuffled(options, ({ ref }) => `${voteId}/${actor.id}/${ref}`),
				recorded: await ownBallot(actor, vote),
				waits: await waits(actor, vote)
			};
		},
		async optionNotes(actor, voteId, ref) {
			const { workshopId } = await voteOf(actor, voteId, 'read_clusters');
			if (!refsOf(await listOptions(db, voteId)).has(ref)) throw new DomainError('not_found');
			const notes = await listNotesOfCluster(db, workshopId, ref);
			const readable = new Set<string>();
			for (const boardId of new Set(notes.map((note) => note.boardId)))
				if (canOnBoard(actor, 'read_notes', await getBoardFacts(db, boardId, workshopId)))
					readable.add(boardId);
			return notes
				.filter(({ boardId }) => readable.has(boardId))
				.map(({ activityId, columnId, text }) => ({ activityId, columnId, text }));
		},
		async countVotable(actor, workshopId, activityId) {
			assertAllowed(await may(actor, workshopId, 'manage_vote'));
			return (await findVotableClusters(db, workshopId, activityId)).clusters.length;
		},
		async turnout(actor, voteId) {
			const vote = await voteOf(actor, voteId, 'see_workshop');
			const record = await findPublication(db, voteId);
			if (!record) return countTurnout(db, vote);
			return { voted: record.voters, mayVote: record.electorate };
		},
		async results(actor, workshopId, voteId) {
			const vote = await voteOf(actor, voteId, 'read_results');
			if (vote.workshopId !== workshopId) throw new DomainError('not_found');
			const found = (await published(actor, workshopId)).find((one) => one.voteId === voteId);
			if (!found) throw new DomainError('vote_open');
			return found;
		},
		async ranking(actor, workshopId) {
			const places = new Map<string, ClusterPlace>();
			for (const { cited, outcome, ...vote } of await published(actor, workshopId)) {
				const { voteId, unit, activityTitle, publishedAt } = vote;
				if (cited)
					for (const { ref, score, rank, tied } of outcome?.options ?? [])
						places.set(ref, { voteId, unit, activityTitle, publishedAt, score, rank, tied });
			}
			return places;
		}
	};
}

/** An order that depends on the keys alone, so that the same person always meets the same one. */
function shuffled<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	const order = new Map(
		items.map((item) => [item, createHash('sha256').update(keyOf(item)).digest('hex')])
	);
	return [...items].sort((a, b) => ((order.get(a) ?? '') < (order.get(b) ?? '') ? -1 : 1));
}
