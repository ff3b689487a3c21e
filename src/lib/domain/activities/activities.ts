import type { ActivityDefinition } from './activity-definition.ts';
import { hands } from './hands.ts';
import { notes } from './notes.ts';
import { pause } from './break.ts';
import { plenary } from './plenary.ts';
import { presentation } from './presentation.ts';
import { proposals } from './proposals.ts';
import { protocol } from './protocol.ts';
import { vote } from './vote.ts';

const DEFINITIONS = {
	protocol,
	presentation,
	notes,
	vote,
	hands,
	proposals,
	plenary,
	break: pause
};

/** What an agenda item is. */
export type ActivityKind = keyof typeof DEFINITIONS;

/** What a facilitator sets of an item of this kind. */
export type ParametersOf<Kind extends ActivityKind> = {
	[K in ActivityKind]: (typeof DEFINITIONS)[K] extends ActivityDefinition<infer P, unknown>
		? P
		: never;
}[Kind];

/** What is kept of an item of this kind while it is run; never where nothing is. */
export type StateOf<Kind extends ActivityKind> = {
	[K in ActivityKind]: (typeof DEFINITIONS)[K] extends ActivityDefinition<ParametersOf<K>, infer S>
		? S
		: never;
}[Kind];

/** Every kind of activity. A new one is added here, and its page parts in `features/activities/`. */
export const ACTIVITIES: {
	readonly [K in ActivityKind]: ActivityDefinition<ParametersOf<K>, StateOf<K>>;
} = DEFINITIONS;

/** The kinds in the order in which they are offered. */
export const ACTIVITY_KINDS = Object.keys(DEFINITIONS) as readonly ActivityKind[];

/** What a new agenda item is until somebody chooses. */
export const DEFAULT_KIND: ActivityKind = 'notes';

/** Those that stand between the activities, which are counted without them. */
export const PAUSE_KINDS = ACTIVITY_KINDS.filter((kind) => ACTIVITIES[kind].pause);
