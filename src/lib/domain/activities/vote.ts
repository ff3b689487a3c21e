import * as v from 'valibot';
import { DEFAULT_VOTE_RULES, voteRulesSchema, type VoteRules } from '../ballots/ballot-methods.ts';
import type { ActivityDefinition } from './activity-definition.ts';

export interface VoteParameters {
	readonly vote: VoteRules;
}

/** A vote on clusters that earlier activities made. */
export const vote: ActivityDefinition<VoteParameters> = {
	parameters: v.object({ vote: v.nullish(voteRulesSchema, DEFAULT_VOTE_RULES) }),
	minutes: 30,
	pause: false,
	spaces: ['hall', 'room', 'table'],
	board: () => null,
	vote: (parameters) => parameters.vote,
	state: () => null,
	inputs: ['clusters'],
	outputs: () => ['ranking'],
	phases: () => ['talk', 'vote', 'vote_ended', 'results'],
	phaseAt: () => 'talk',
	stepAt(_parameters, now, made) {
		if (now.vote) return undefined;
		return made.clusters > 0 ? 'open_vote' : 'cluster';
	}
};
