import type { Ballot, VoteRules } from '../ballots/ballot-methods.ts';
import type { LocalizedText } from '../text/locale.ts';

/**
 * How a vote stands. `open`: ballots are taken and changed. `ended`: none is taken, none was counted, and it
 * can be opened again. `published`: counted once and for all, its ballots and their key erased.
 */
export const VOTE_STATES = ['open', 'ended', 'published'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

/** One vote in an activity. */
export interface Vote {
	readonly id: string;
	readonly workshopId: string;
	readonly activityId: string;
	readonly rules: VoteRules;
	readonly state: VoteState;
}

/** What an option refers to. */
export const OPTION_KINDS = ['cluster'] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

/** What can be voted on, with the title that it had when the vote was opened. */
export interface VoteOption {
	readonly kind: OptionKind;
	/** The id of what it refers to, which names it in ballots too. */
	readonly ref: string;
	readonly title: LocalizedText;
}

/** A note that stands in a cluster that is voted on. Nothing in it names its author. */
export interface OptionNote {
	readonly activityId: string;
	readonly columnId: string;
	readonly text: string;
}

/** A person's ballot as the server has it. */
export interface RecordedBallot {
	readonly ballot: Ballot;
	/** The number of the person's decision: of two, the higher one was made later. 0 before the first. */
	readonly turn: number;
}

/** A vote as one person sees it: the options in an order of their own, and nobody else's ballot. */
export interface VoteForActor extends Vote {
	readonly options: readonly VoteOption[];
	/** Null for those who cannot vote, and once ballots were erased. */
	readonly recorded: RecordedBallot | null;
	/** Joined after the vote was opened, and votes once a facilitator lets them. */
	readonly waits: boolean;
}

/** Most people who are let into a vote by one press. */
export const LET_IN_AT_ONCE = 500;

/** Somebody who joined after a vote was opened, as the facilitator who may let them vote sees them. */
export interface WaitingVoter {
	readonly participantId: string;
	/** May be ''. */
	readonly name: string;
	readonly organisation: string;
	readonly categoryId: string;
	/** Epoch milliseconds. */
	readonly joinedAt: number;
}

/** All that anybody is told before a vote is published: people who voted, of those who may. */
export interface Turnout {
	readonly voted: number;
	readonly mayVote: number;
}
