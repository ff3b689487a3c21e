import { spokenActivity } from './spoken-activity.ts';

/** Proposals are worded from the clusters and decided on. */
export const proposals = spokenActivity({
	minutes: 30,
	inputs: ['clusters', 'ranking'],
	outputs: ['proposals'],
	spaces: ['hall', 'room']
});
