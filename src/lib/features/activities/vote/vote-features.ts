import Vote from '@lucide/svelte/icons/vote';
import type { VoteParameters } from '#lib/domain/activities/vote.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from '../activity-parts.ts';
import SpokenScreen from '../SpokenScreen.svelte';

/** The pages' part of a vote on clusters. */
export const vote: ActivityFeatures<VoteParameters, never> = {
	icon: Vote,
	short: m.activity_vote,
	name: m.activity_vote,
	Screen: SpokenScreen,
	Run: null
};
