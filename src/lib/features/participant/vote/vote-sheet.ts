import { askServer, jsonRequest, type Answer } from '#lib/client/ask-server.ts';
import type { Ballot, VoteRules } from '#lib/domain/ballots/ballot-methods.ts';
import type { VoteResults } from '#lib/domain/votes/publication.ts';
import type { OptionNote, RecordedBallot, VoteOption, VoteState } from '#lib/domain/votes/vote.ts';

/** How often what the network did not let through is tried again, in milliseconds. */
export const RETRY_MS = 4_000;

/** A vote as this person may see it, in an order of their own. */
export interface VoteSheet {
	readonly state: VoteState;
	readonly rules: VoteRules;
	readonly options: readonly VoteOption[];
	/** One's own ballot as the server has it; null without a vote, and once it was published. */
	readonly recorded: RecordedBallot | null;
	/** Joined after the vote was opened: votes once a facilitator lets them. */
	readonly waits: boolean;
}

/** What everybody is shown of a published vote. */
export type ResultSheet = Omit<VoteResults, 'options' | 'groups'>;

export function readVote(voteId: string): Promise<Answer<VoteSheet>> {
	return askServer(`/api/votes/${voteId}`, { voteId });
}

/** Refused with `vote_open` until the vote is published. */
export function readResults(voteId: string): Promise<Answer<ResultSheet>> {
	return askServer(`/api/votes/${voteId}/results`, { voteId });
}

/** The notes of an option's cluster that this person may read. */
export function readOptionNotes(
	voteId: string,
	option: string
): Promise<Answer<{ readonly notes: readonly OptionNote[] }>> {
	return askServer(`/api/votes/${voteId}/options/${option}/notes`, { voteId, option });
}

/** A ballot on its way. */
export interface SentBallot extends RecordedBallot {
	readonly ballot: Ballot;
	readonly commitment: string;
}

/** Puts the whole ballot in the place of an earlier one. */
export function putBallot(voteId: string, sent: SentBallot): Promise<Answer<unknown>> {
	const recorded = { voteId, turn: sent.turn };
	return askServer(`/api/votes/${voteId}/ballot`, recorded, jsonRequest('PUT', sent));
}
