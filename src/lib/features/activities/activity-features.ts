import DoorOpen from '@lucide/svelte/icons/door-open';
import FileCheck from '@lucide/svelte/icons/file-check';
import Presentation from '@lucide/svelte/icons/presentation';
import Users from '@lucide/svelte/icons/users';
import type { ActivityKind, ParametersOf, StateOf } from '#lib/domain/activities/activities.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from './activity-parts.ts';
import { pause } from './break/break-features.ts';
import { hands } from './hands/hands-features.ts';
import { notes } from './notes/notes-features.ts';
import ProposalsRun from './proposals/Run.svelte';
import { spoken } from './spoken-features.ts';
import { vote } from './vote/vote-features.ts';

/** The pages' part of each kind of activity; what it does stands in `domain/activities/`. */
export const ACTIVITY_FEATURES: {
	readonly [Kind in ActivityKind]: ActivityFeatures<ParametersOf<Kind>, StateOf<Kind>>;
} = {
	protocol: spoken(DoorOpen, m.activity_protocol),
	presentation: spoken(Presentation, m.activity_presentation),
	notes,
	vote,
	hands,
	proposals: { ...spoken(FileCheck, m.activity_proposals), Run: ProposalsRun },
	plenary: spoken(Users, m.activity_plenary),
	break: pause
};

/** The pages' part of a kind, for parameters and a state of that kind. */
export function featuresOf<Kind extends ActivityKind>(
	kind: Kind
): ActivityFeatures<ParametersOf<Kind>, StateOf<Kind>> {
	return ACTIVITY_FEATURES[kind];
}
