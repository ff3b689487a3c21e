import { DEFAULT_VOTE_RULES } from '../../domain/votes/vote-rules.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { withheldCategories } from '../../domain/people/anonymity.ts';
import { requireBallot, type Ballot } from '../../domain/votes/ballot.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import { denseRanks } from '../../domain/votes/rank.ts';
import type {
	CategoryDots,
	RankedOption,
	Turnout,
	Vote,
	VoteForActor,
	VoteResults
} from '../../domain/votes/vote.ts';
import { createHash } from 'node:crypto';
import type { RootDb } from '../db/database.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { StageService } from '../stage/stage.service.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { countMayVote } from '../reads/may-vote.ts';
import { hasOpenVote } from '../reads/open-votes.ts';
import { findVotableClusters } from '../reads/votable-clusters.ts';
import { findVoteRules } from '../reads/vote-rules.ts';
import { dotsByCategory, votersByCategory } from '../reads/votes-by-category.ts';
import {
	countVoters,
	dotTotals,
	findClosedVote,
	getBallot,
	getVote,
	holdOpenVote,
	insertVote,
	listOptions,
	markClosed,
	replaceBallot
} from './vote.repository.ts';

/** Dot voting on the clusters. Nobody is ever given a ballot but their own. */
export interface VoteService {
	/** The workshop of a vote, by which a request finds the cookie it comes with. Throws `not_found`. */
	workshopOf(voteId: string): Promise<string>;
	/**
	 * Opens a vote on the activity's clusters as they stand now and gives its id: writing ends, and the
	 * clusters of that grouping do not change until it is closed. A stage's id is the workshop's for the
	 * hall. Throws `stale`, `vote_open` or `vote_without_options`.
	 */
	openVote(actor: Actor, stageId: string, activityId: string, seen: number): Promise<string>;
	/** Ends voting and shows the results. Throws `stale`, also when it is closed already. */
	closeVote(actor: Actor, stageId: string, voteId: string, seen: number): Promise<void>;
	/**
	 * Puts the whole ballot in the place of the person's earlier one; an empty one takes it back. Throws
	 * `vote_closed`, `vote_observer` and what `requireBallot` throws.
	 */
	castVote(actor: Actor, voteId: string, ballot: Ballot): Promise<void>;
	myBallot(actor: Actor, voteId: string): Promise<Ballot>;
	/** The vote as this person sees it, the options in an order of their own. */
	voteFor(actor: Actor, voteId: string): Promise<VoteForActor>;
	/** How many clusters could be voted on in an activity now, for those who open votes. */
	countVotable(actor: Actor, workshopId: string, activityId: string): Promise<number>;
	/** How many have voted; all that is told while the vote is open. */
	turnout(actor: Actor, voteId: string): Promise<Turnout>;
	/** The totals. Throws `vote_open` until the vote is closed, whoever asks. */
	results(actor: Actor, workshopId: string, voteId: string): Promise<VoteResults>;
	/** Ranks of the newest closed vote by cluster; empty while there is none. */
	ranking(actor: Actor, workshopId: string): Promise<ReadonlyMap<string, RankedOption>>;
	/** The newest closed vote with nothing withheld, for the figures' service alone. */
	figures(workshopId: string): Promise<VoteFigures>;
}

/** A closed vote in full; zero and empty while there is none. What leaves the server is withheld first. */
export interface VoteFigures {
	/** Most dots first. */
	readonly options: readonly RankedOption[];
	readonly dotsCast: number;
	readonly dotsPossible: number;
	readonly voters: number;
	readonly votersByCategory: ReadonlyMap<string, number>;
	/** Category to cluster to dots. */
	readonly dotsByCategory: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const NO_VOTE: VoteFigures = {
	options: [],
	dotsCast: 0,
	dotsPossible: 0,
	voters: 0,
	votersByCategory: new Map(),
	dotsByCategory: new Map()
};

export function voteService(deps: {
	db: RootDb;
	rooms: Rooms;
	stage: StageService;
	now?: () => number;
}): VoteService {
	const { db, rooms, stage, now = Date.now } = deps;

	async function may(actor: Actor, workshopId: string, action: WorkshopAction): Promise<boolean> {
		return canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId));
	}

	/** The vote, when the actor may do `action` in its workshop. */
	async function voteOf(actor: Actor, voteId: string, action: WorkshopAction): Promise<Vote> {
		const vote = await getVote(db, voteId);
		assertAllowed(await may(actor, vote.workshopId, action));
		return vote;
	}

	async function ownBallot(actor: Actor, vote: Vote): Promise<Ballot | null> {
		const voter = await may(actor, vote.workshopId, 'cast_vote');
		return voter ? getBallot(db, vote.id, actor.id) : null;
	}

	async function rankedOptions(voteId: string): Promise<{ options: RankedOption[]; cast: number }> {
		const totals = await dotTotals(db, voteId);
		const ranked = denseRanks(
			await listOptions(db, voteId),
			(option) => totals.get(option.clusterId) ?? 0
		);
		return {
			options: ranked.map(({ item, score, rank, tied }) => ({ ...item, dots: score, rank, tied })),
			cast: ranked.reduce((sum, { score }) => sum + score, 0)
		};
	}

	async function shownByCategory(vote: Vote): Promise<CategoryDots[]> {
		const voters = await votersByCategory(db, vote);
		const withheld = withheldCategories(voters, await getAnonymityFloor(db, vote.workshopId));
		const dots = await dotsByCategory(db, vote.id);
		return [...voters.keys()].map((categoryId) => ({
			categoryId,
			dots: withheld.has(categoryId) ? null : (dots.get(categoryId) ?? new Map<string, number>())
		}));
	}

	return {
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
					if (await hasOpenVote(trx, workshopId)) throw new DomainError('vote_open');
					const votable = await findVotableClusters(trx, workshopId, activityId);
					if (votable.clusters.length === 0) throw new DomainError('vote_without_options');
					const vote = { id, workshopId, activityId, rules, openedAt: now() };
					await insertVote(trx, vote, votable);
				}
			});
			return id;
		},
		async closeVote(actor, stageId, voteId, seen) {
			const vote = await voteOf(actor, voteId, 'manage_vote');
			if (vote.workshopId !== (await stage.workshopOf(stageId))) throw new DomainError('not_found');
			await stage.leaveVote(actor, stageId, seen, {
				voteId,
				write: (trx) => markClosed(trx, voteId, now())
			});
		},
		async castVote(actor, voteId, ballot) {
			if (actor.kind === 'guest' && actor.observing) throw new DomainError('vote_observer');
			const vote = await voteOf(actor, voteId, 'cast_vote');
			const options = new Set((await listOptions(db, voteId)).map(({ clusterId }) => clusterId));
			const dots = requireBallot(ballot, vote.rules, options);
			await db.transaction().execute(async (trx) => {
				await holdOpenVote(trx, vote);
				await replaceBallot(trx, voteId, actor.id, dots);
			});
		},
		async myBallot(actor, voteId) {
			await voteOf(actor, voteId, 'cast_vote');
			return getBallot(db, voteId, actor.id);
		},
		async voteFor(actor, voteId) {
			const vote = await voteOf(actor, voteId, 'see_workshop');
			const options = await listOptions(db, voteId);
			return {
				...vote,
				options: shuffled(options, (option) => `${voteId}/${actor.id}/${option.clusterId}`),
				ballot: await ownBallot(actor, vote)
			};
		},
		async countVotable(actor, workshopId, activityId) {
			assertAllowed(await may(actor, workshopId, 'manage_vote'));
			return (await findVotableClusters(db, workshopId, activityId)).clusters.length;
		},
		async turnout(actor, voteId) {
			const vote = await voteOf(actor, voteId, 'see_workshop');
			return {
				voted: await countVoters(db, voteId),
				mayVote: await countMayVote(db, vote)
			};
		},
		async results(actor, workshopId, voteId) {
			const vote = await voteOf(actor, voteId, 'read_results');
			if (vote.workshopId !== workshopId) throw new DomainError('not_found');
			if (vote.state === 'open') throw new DomainError('vote_open');
			const { options, cast } = await rankedOptions(voteId);
			const mayVote = await countMayVote(db, vote);
			return {
				vote,
				options,
				dotsCast: cast,
				dotsPossible: vote.rules.budget * mayVote,
				voters: await countVoters(db, voteId),
				mayVote,
				own: await ownBallot(actor, vote),
				byCategory: (await may(actor, workshopId, 'export')) ? await shownByCategory(vote) : null
			};
		},
		async ranking(actor, workshopId) {
			assertAllowed(await may(actor, workshopId, 'read_results'));
			const vote = await findClosedVote(db, workshopId);
			const options = vote ? (await rankedOptions(vote.id)).options : [];
			return new Map(options.map((option) => [option.clusterId, option]));
		},
		async figures(workshopId) {
			const vote = await findClosedVote(db, workshopId);
			if (!vote) return NO_VOTE;
			const { options, cast } = await rankedOptions(vote.id);
			return {
				options,
				dotsCast: cast,
				dotsPossible: vote.rules.budget * (await countMayVote(db, vote)),
				voters: await countVoters(db, vote.id),
				votersByCategory: await votersByCategory(db, vote),
				dotsByCategory: await dotsByCategory(db, vote.id)
			};
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
