import { spokenActivity, type NoParameters } from './spoken-activity.ts';
import type { ActivityDefinition } from './activity-definition.ts';

/** A pause: coffee, lunch, prayer. */
export const pause: ActivityDefinition<NoParameters> = {
	...spokenActivity({ minutes: 15, inputs: [] }),
	pause: true,
	phases: () => ['pause'],
	phaseAt: () => 'pause'
};
