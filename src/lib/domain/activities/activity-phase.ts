import { ACTIVITIES, type ActivityKind } from './activities.ts';
import type { SetupOf } from './activity-setup.ts';
import type { PhaseName } from './phase.ts';
import type { Situation } from './situation.ts';

const VOTE_PHASES = { open: 'vote', ended: 'vote_ended', published: 'results' } as const;

/** The phases that an activity goes through, in their order. */
export function phasesOf<Kind extends ActivityKind>(activity: SetupOf<Kind>): readonly PhaseName[] {
	return ACTIVITIES[activity.kind].phases(activity.parameters);
}

/**
 * The phase that an activity is in. A vote or its results in view are one, whatever the kind: a facilitator
 * can have clusters voted on at any time.
 */
export function phaseOf<Kind extends ActivityKind>(
	activity: SetupOf<Kind>,
	now: Situation
): PhaseName {
	if (now.vote && (now.view === 'vote' || now.view === 'results'))
		return VOTE_PHASES[now.vote.state];
	return ACTIVITIES[activity.kind].phaseAt(activity.parameters, now);
}
