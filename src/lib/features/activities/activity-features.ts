import type { LucideIcon } from '@lucide/svelte';
import Coffee from '@lucide/svelte/icons/coffee';
import DoorOpen from '@lucide/svelte/icons/door-open';
import FileCheck from '@lucide/svelte/icons/file-check';
import Presentation from '@lucide/svelte/icons/presentation';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Users from '@lucide/svelte/icons/users';
import Vote from '@lucide/svelte/icons/vote';
import type { Component } from 'svelte';
import type { ActivityKind, ParametersOf } from '#lib/domain/activities/activities.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { DEFAULT_VOTE_RULES } from '#lib/domain/votes/vote-rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { newColumn } from './notes/new-column.ts';
import NotesPrepare from './notes/Prepare.svelte';
import VotePrepare from './vote/Prepare.svelte';

/** What the fields of a kind are given: what stands in them, and the item as it was saved last. */
export interface PrepareProps<Parameters> {
	parameters: Parameters;
	readonly saved: Activity;
}

/** What a kind of activity looks like on the pages of those who prepare and run. */
export interface ActivityFeatures<Parameters> {
	readonly icon: LucideIcon;
	/** A word for an agenda's line. */
	readonly short: typeof m.activity_break;
	/** What people do in it, for the choice of a kind. */
	readonly name: typeof m.activity_break;
	/** What a new one has set. */
	readonly starting: () => Parameters;
	/** The fields of what can be set, sent as `parameters.…`; null where there is nothing to set. */
	readonly Prepare: Component<PrepareProps<Parameters>, object, 'parameters'> | null;
}

const nothing = { starting: () => ({}), Prepare: null };

/** The pages' part of each kind of activity; what it does stands in `domain/activities/`. */
export const ACTIVITY_FEATURES: {
	readonly [Kind in ActivityKind]: ActivityFeatures<ParametersOf<Kind>>;
} = {
	protocol: {
		icon: DoorOpen,
		short: m.activity_protocol,
		name: m.activity_protocol,
		...nothing
	},
	presentation: {
		icon: Presentation,
		short: m.activity_presentation,
		name: m.activity_presentation,
		...nothing
	},
	notes: {
		icon: StickyNote,
		short: m.activity_notes,
		name: m.activity_notes_long,
		starting: () => ({
			columns: [newColumn('C1')],
			writing: 'shared',
			clusters: 'together',
			vote: null
		}),
		Prepare: NotesPrepare
	},
	vote: {
		icon: Vote,
		short: m.activity_vote,
		name: m.activity_vote,
		starting: () => ({ vote: DEFAULT_VOTE_RULES }),
		Prepare: VotePrepare
	},
	proposals: {
		icon: FileCheck,
		short: m.activity_proposals,
		name: m.activity_proposals,
		...nothing
	},
	plenary: { icon: Users, short: m.activity_plenary, name: m.activity_plenary, ...nothing },
	break: { icon: Coffee, short: m.activity_break, name: m.activity_break, ...nothing }
};

/** The fields of a kind, for parameters of that kind. */
export function prepareOf<Kind extends ActivityKind>(
	kind: Kind
): ActivityFeatures<ParametersOf<Kind>>['Prepare'] {
	return ACTIVITY_FEATURES[kind].Prepare;
}
