import type { VoteResults } from '#lib/domain/votes/publication.ts';
import type { Gathering } from './gathering.ts';

/** A vote as documents tell it: its record. */
export type DocumentVote = VoteResults;

/** The votes that were published, oldest first: every document reads them here. */
export function gatherVotes({
	sources: { votes },
	actor,
	workshopId
}: Gathering): Promise<DocumentVote[]> {
	return votes.published(actor, workshopId);
}

/** Those of them that proposals, plan and documents name. */
export function citedVotes(votes: readonly DocumentVote[]): DocumentVote[] {
	return votes.filter(({ cited }) => cited);
}
