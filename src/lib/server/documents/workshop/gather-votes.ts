import type { VoteRules } from '#lib/domain/votes/vote-rules.ts';
import type { RankedOption } from '#lib/domain/votes/vote.ts';
import { listClosedVotes } from '../../reads/closed-votes.ts';
import type { Gathering } from './gathering.ts';

/** A vote as documents tell it: totals, and how many voted of how many who might. */
export interface DocumentVote {
	readonly activityId: string;
	readonly rules: VoteRules;
	readonly voters: number;
	readonly mayVote: number;
	readonly dotsCast: number;
	/** By rank, equal ones under the same. */
	readonly options: readonly Pick<RankedOption, 'clusterId' | 'title' | 'dots' | 'rank' | 'tied'>[];
}

/** The votes that documents tell, oldest first: every document reads them here. */
export async function gatherVotes({
	sources: { db, votes },
	actor,
	workshopId
}: Gathering): Promise<DocumentVote[]> {
	const told: DocumentVote[] = [];
	for (const id of await listClosedVotes(db, workshopId)) {
		const results = await votes.results(actor, workshopId, id);
		const { vote, voters, mayVote, dotsCast } = results;
		const options = results.options.map(({ clusterId, title, dots, rank, tied }) => ({
			...{ clusterId, title, dots, rank, tied }
		}));
		told.push({
			activityId: vote.activityId,
			rules: vote.rules,
			voters,
			mayVote,
			dotsCast,
			options
		});
	}
	return told;
}
