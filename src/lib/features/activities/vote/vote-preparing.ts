import type { VoteParameters } from '#lib/domain/activities/vote.ts';
import { DEFAULT_VOTE_RULES } from '#lib/domain/ballots/ballot-methods.ts';
import type { PrepareFeatures } from '../activity-parts.ts';
import Prepare from './Prepare.svelte';

/** How a vote on clusters is prepared. */
export const vote: PrepareFeatures<VoteParameters> = {
	starting: () => ({ vote: DEFAULT_VOTE_RULES }),
	Prepare
};
