import type { ActivityKind, ParametersOf, StateOf } from '#lib/domain/activities/activities.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PhoneFeatures } from './activity-parts.ts';
import HandsPhone from './hands/Phone.svelte';

/** People look up from their phones: it is spoken, or seen on the hall's screen. */
const LOOK_UP = { waiting: m.activity_spoken_waiting, Phone: null };

/** What is otherwise on phones in some kinds. */
const OTHERWISE: {
	readonly [Kind in ActivityKind]?: Partial<PhoneFeatures<ParametersOf<Kind>, StateOf<Kind>>>;
} = {
	vote: { waiting: m.activity_vote_waiting },
	hands: { Phone: HandsPhone },
	break: { waiting: m.activity_break_waiting }
};

/** The phone's part of a kind, for parameters and a state of that kind. */
export function phoneFeaturesOf<Kind extends ActivityKind>(
	kind: Kind
): PhoneFeatures<ParametersOf<Kind>, StateOf<Kind>> {
	return { ...LOOK_UP, ...OTHERWISE[kind] };
}
