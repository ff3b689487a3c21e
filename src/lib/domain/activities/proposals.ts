import type { ActivityDefinition } from './activity-definition.ts';
import { spokenActivity, type NoParameters } from './spoken-activity.ts';

/** Proposals are worded from the clusters and decided on. */
export const proposals: ActivityDefinition<NoParameters> = {
	...spokenActivity({
		minutes: 30,
		inputs: ['clusters', 'ranking'],
		outputs: ['proposals'],
		spaces: ['hall', 'room']
	}),
	stepAt: (_parameters, _now, made) => (made.proposals === 0 ? 'propose' : undefined)
};
