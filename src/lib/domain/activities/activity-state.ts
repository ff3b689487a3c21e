import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import type { Stage } from '../stage/stage.ts';
import { ACTIVITIES, type ActivityKind, type StateOf } from './activities.ts';
import type { SetupOf } from './activity-setup.ts';

/** What the stage tells of the current activity's state; null before anything was kept. */
export function stateOn(stage: Stage): StateOf<ActivityKind> | null {
	// It was checked by the kind before it was stored, which the compiler cannot follow. A stage that a
	// phone kept from an earlier version has none.
	return (stage.state ?? null) as StateOf<ActivityKind> | null;
}

/** How the state of an activity is checked; null where its kind keeps none. */
export function stateSchemaOf<Kind extends ActivityKind>(
	activity: SetupOf<Kind>
): v.GenericSchema<unknown, StateOf<Kind>> | null {
	return ACTIVITIES[activity.kind].state(activity.parameters);
}

/**
 * Checks what is to be kept of an activity and gives it as it is stored. Throws `not_found` where its kind
 * keeps nothing, and `invalid_input` (details: field).
 */
export function requireState<Kind extends ActivityKind>(
	activity: SetupOf<Kind>,
	given: unknown
): StateOf<Kind> {
	const schema = stateSchemaOf(activity);
	if (!schema) throw new DomainError('not_found');
	const parsed = v.safeParse(schema, given, { abortEarly: true });
	if (parsed.success) return parsed.output;
	throw new DomainError('invalid_input', { field: v.getDotPath(parsed.issues[0]) ?? 'state' });
}

/** True when what was kept of an activity still belongs to what is set of it now. */
export function fitsState<Kind extends ActivityKind>(
	activity: SetupOf<Kind>,
	kept: unknown
): boolean {
	const schema = stateSchemaOf(activity);
	return schema !== null && v.is(schema, kept);
}
