import type { ActivityKind, ParametersOf } from '#lib/domain/activities/activities.ts';
import type { NoParameters } from '#lib/domain/activities/spoken-activity.ts';
import type { PrepareFeatures } from './activity-parts.ts';
import { hands } from './hands/hands-preparing.ts';
import { notes } from './notes/notes-preparing.ts';
import { vote } from './vote/vote-preparing.ts';

/** People speak, and nothing is set. */
const spoken: PrepareFeatures<NoParameters> = { starting: () => ({}), Prepare: null };

/** How each kind of activity is prepared. */
export const PREPARE_FEATURES: {
	readonly [Kind in ActivityKind]: PrepareFeatures<ParametersOf<Kind>>;
} = {
	protocol: spoken,
	presentation: spoken,
	notes,
	vote,
	hands,
	proposals: spoken,
	plenary: spoken,
	break: spoken
};

/** How a kind is prepared, for parameters of that kind. */
export function prepareFeaturesOf<Kind extends ActivityKind>(
	kind: Kind
): PrepareFeatures<ParametersOf<Kind>> {
	return PREPARE_FEATURES[kind];
}
