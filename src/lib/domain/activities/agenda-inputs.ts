import { ACTIVITIES, type ActivityKind } from './activities.ts';
import type { ActivityYield } from './activity-definition.ts';
import type { SetupOf } from './activity-setup.ts';

/**
 * What the item at `at` works with and none of those before it gives; empty where one of them gives
 * something of it, and where it needs nothing.
 */
export function missingInputs(
	agenda: readonly SetupOf<ActivityKind>[],
	at: number
): readonly ActivityYield[] {
	const activity = agenda[at];
	if (!activity) return [];
	const { inputs } = ACTIVITIES[activity.kind];
	const given = new Set(agenda.slice(0, at).flatMap((before) => outputsOf(before)));
	return inputs.some((input) => given.has(input)) ? [] : inputs;
}

function outputsOf<Kind extends ActivityKind>(activity: SetupOf<Kind>): readonly ActivityYield[] {
	return ACTIVITIES[activity.kind].outputs(activity.parameters);
}
