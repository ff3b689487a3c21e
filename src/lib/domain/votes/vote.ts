import type { VoteRules } from './vote-rules.ts';
import type { Ballot } from './ballot.ts';
import type { LocalizedText } from '../text/locale.ts';

/** One round of dot voting. Reopening is not offered: a new round is. */
export interface Vote {
	readonly id: string;
	readonly workshopId: string;
	readonly activityId: string;
	readonly rules: VoteRules;
	readonly state: 'open' | 'closed';
}

/** What can be voted on, with the title that it had when the vote was opened. */
export interface VoteOption {
	readonly clusterId: string;
	readonly title: LocalizedText;
}

/** A vote as one person sees it: the options in an order of their own, and nobody else's dots. */
export interface VoteForActor extends Vote {
	readonly options: readonly VoteOption[];
	/** Null for those who cannot vote. */
	readonly ballot: Ballot | null;
}

/** All that anybody is told while a vote is open: people who voted, of those who may. */
export interface Turnout {
	readonly voted: number;
	readonly mayVote: number;
}

/** An option's place. Equal dots share a rank and the next rank follows without a gap. */
export interface RankedOption extends VoteOption {
	readonly dots: number;
	readonly rank: number;
	readonly tied: boolean;
}

/** What a closed vote gives. */
export interface VoteResults {
	readonly vote: Vote;
	/** Most dots first. */
	readonly options: readonly RankedOption[];
	readonly dotsCast: number;
	/** Budget times the people who may vote. */
	readonly dotsPossible: number;
	readonly voters: number;
	readonly mayVote: number;
	/** The asker's own dots, null for those who cannot vote. */
	readonly own: Ballot | null;
	/** For facilitators and directors alone, else null. */
	readonly byCategory: readonly CategoryDots[] | null;
}

/** A category's dots by cluster, null where its voters are too few or would follow by subtraction. */
export interface CategoryDots {
	readonly categoryId: string;
	readonly dots: ReadonlyMap<string, number> | null;
}
