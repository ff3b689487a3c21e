import {
	methodOf,
	type Ballot,
	type BallotUnit,
	type VoteRules
} from '../ballots/ballot-methods.ts';
import { denseRanks } from '../ballots/rank.ts';
import { tallyBallots } from '../ballots/tally.ts';
import { sizeOfGroup, type Partition } from '../groups/partition.ts';
import { EXACT_FROM, supportBand, type SupportBand } from '../groups/support.ts';
import { mayTellBands } from '../groups/told-bands.ts';
import { withheldGroups, type Withheld } from '../groups/withheld.ts';
import type { LocalizedText } from '../text/locale.ts';
import type { Vote, VoteOption } from './vote.ts';

/** An option's place. Equal scores share a rank and the next rank follows without a gap. */
export interface RankedOption extends VoteOption {
	/** In the unit of the vote. */
	readonly score: number;
	readonly rank: number;
	readonly tied: boolean;
}

/** What the ballots of a vote came to. */
export interface Outcome {
	/** The highest score first. */
	readonly options: readonly RankedOption[];
	/** All that was given, and most that the electorate could have given. */
	readonly cast: number;
	readonly possible: number;
}

/**
 * What a group gave to one option: exactly from {@link EXACT_FROM} voters on, else the band of its supporters,
 * unless bands beside the total would tell that a group gave nothing or all.
 */
export type GroupSupport =
	| { readonly score: number; readonly supporters: number }
	| { readonly band: SupportBand }
	| { readonly withheld: Withheld };

/** What is told of one group of categories: what it gave to each option, or why that is withheld. */
export type GroupOutcome =
	| {
			readonly categoryIds: readonly string[];
			readonly voters: number;
			readonly support: Readonly<Record<string, GroupSupport>>;
	  }
	| { readonly categoryIds: readonly string[]; readonly withheld: Withheld };

/**
 * The record of a vote, made once and never changed: what joins, merges or is renamed afterwards changes
 * nothing in it.
 */
export interface Publication {
	readonly voteId: string;
	readonly rules: VoteRules;
	readonly unit: BallotUnit;
	/** What could be voted on, in the order that it had. */
	readonly options: readonly VoteOption[];
	/** People who could vote when voting ended, and those of them who did. */
	readonly electorate: number;
	readonly voters: number;
	/** Null where fewer than the floor and one more voted: their ballots would be read from it. */
	readonly outcome: Outcome | null;
	/** Null where there is no outcome. */
	readonly groups: readonly GroupOutcome[] | null;
	/** What devices committed to with the ballots that were counted, sorted; ballots without a device have none. */
	readonly commitments: readonly string[];
}

/** A published vote as it is shown: its record, what follows from it, and where it stands. */
export interface VoteResults extends Publication {
	readonly activityId: string;
	/** What the activity is called now. */
	readonly activityTitle: LocalizedText;
	/** Proposals, plan and documents name this vote, of those on the same clusters. */
	readonly cited: boolean;
	/** Epoch milliseconds. */
	readonly publishedAt: number;
	readonly fingerprint: string;
}

/** A cluster's place in the vote that is cited for it, and which vote that is. */
export interface ClusterPlace
	extends
		Pick<RankedOption, 'score' | 'rank' | 'tied'>,
		Pick<VoteResults, 'voteId' | 'unit' | 'activityTitle' | 'publishedAt'> {}

/** A ballot that was cast, as counting sees it: no person, but the category that it is told with. */
export interface CountedBallot {
	readonly ballot: Ballot;
	readonly categoryId: string;
	readonly commitment: string | null;
}

/** All that a vote is counted from. Empty ballots are not among `ballots`. */
export interface VoteToCount {
	readonly vote: Pick<Vote, 'id' | 'rules'>;
	readonly options: readonly VoteOption[];
	readonly electorate: number;
	readonly ballots: readonly CountedBallot[];
	readonly partition: Partition;
	/** Fewest people who are told of together. */
	readonly floor: number;
}

/** Counts a vote for its publication. Rules [VO7], [VO9] and [VO13]. */
export function countVote(counted: VoteToCount): Publication {
	const { vote, options, electorate, ballots, floor } = counted;
	const refs = options.map(({ ref }) => ref);
	const tally = tallyBallots(vote.rules, refs, ballotsOf(ballots));
	const told = tally.voters > floor;
	const ranked = denseRanks(options, ({ ref }) => tally.scores.get(ref) ?? 0);
	return {
		voteId: vote.id,
		rules: vote.rules,
		unit: tally.unit,
		options,
		electorate,
		voters: tally.voters,
		outcome: told
			? {
					options: ranked.map(({ item, score, rank, tied }) => ({ ...item, score, rank, tied })),
					cast: tally.cast,
					possible: methodOf(vote.rules).possible(vote.rules, electorate, options.length)
				}
			: null,
		groups: told ? groupOutcomes(counted) : null,
		commitments: told ? ballots.flatMap(({ commitment }) => commitment ?? []).sort() : []
	};
}

function groupOutcomes({ vote, options, ballots, partition, floor }: VoteToCount): GroupOutcome[] {
	const refs = options.map(({ ref }) => ref);
	const voters = new Map(
		partition
			.flatMap(({ categoryIds }) => categoryIds)
			.map((id) => [id, ballots.filter(({ categoryId }) => categoryId === id).length])
	);
	const withheld = withheldGroups(partition, voters, floor);
	const groups = partition.map((group) => {
		const { categoryIds } = group;
		const own = ballots.filter(({ categoryId }) => categoryIds.includes(categoryId));
		const tally = tallyBallots(vote.rules, refs, ballotsOf(own));
		return { categoryIds, tally, size: sizeOfGroup(group, voters), reason: withheld.get(group) };
	});
	const told = groups.filter(({ reason }) => reason === undefined);
	const inBands = told.filter(({ size }) => size < EXACT_FROM);
	const exact = told.filter(({ size }) => size >= EXACT_FROM);
	const totals = tallyBallots(vote.rules, refs, ballotsOf(ballots));
	const hidden = totals.voters - told.reduce((sum, { size }) => sum + size, 0);
	const bandsOf = new Set(
		refs.filter((ref) =>
			mayTellBands({
				groups: inBands.map(({ tally, size }) => ({
					voters: size,
					supporters: tally.supporters.get(ref) ?? 0
				})),
				given: exact.reduce(
					(rest, { tally }) => rest - (tally.scores.get(ref) ?? 0),
					totals.scores.get(ref) ?? 0
				),
				hidden,
				most: methodOf(vote.rules).possible(vote.rules, 1, 1)
			})
		)
	);
	const supportOf = ({ tally, size }: (typeof groups)[number], ref: string): GroupSupport => {
		const supporters = tally.supporters.get(ref) ?? 0;
		if (size >= EXACT_FROM) return { score: tally.scores.get(ref) ?? 0, supporters };
		if (!bandsOf.has(ref)) return { withheld: 'derivable' };
		return { band: supportBand(supporters, size) };
	};
	return groups.map((group) => {
		const { categoryIds, size, reason } = group;
		if (reason) return { categoryIds, withheld: reason };
		const support = refs.map((ref) => [ref, supportOf(group, ref)] as const);
		return { categoryIds, voters: size, support: Object.fromEntries(support) };
	});
}

function ballotsOf(ballots: readonly CountedBallot[]): Ballot[] {
	return ballots.map(({ ballot }) => ballot);
}
