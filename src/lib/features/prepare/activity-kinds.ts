import type { LucideIcon } from '@lucide/svelte';
import Coffee from '@lucide/svelte/icons/coffee';
import DoorOpen from '@lucide/svelte/icons/door-open';
import FileCheck from '@lucide/svelte/icons/file-check';
import Presentation from '@lucide/svelte/icons/presentation';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Users from '@lucide/svelte/icons/users';
import Vote from '@lucide/svelte/icons/vote';
import type { ActivityKind } from '#lib/domain/activities/activity.ts';
import { m } from '#lib/paraglide/messages.js';

interface Drawn {
	readonly icon: LucideIcon;
	/** A word for an agenda's line. */
	readonly short: () => string;
	/** What people do in it, for the choice of a kind. */
	readonly name: () => string;
}

/** The icon and the words of each kind of agenda item. */
export const KINDS: Readonly<Record<ActivityKind, Drawn>> = {
	protocol: {
		icon: DoorOpen,
		short: () => m.prepare_kind_protocol(),
		name: () => m.prepare_kind_protocol()
	},
	presentation: {
		icon: Presentation,
		short: () => m.prepare_kind_presentation(),
		name: () => m.prepare_kind_presentation()
	},
	notes: {
		icon: StickyNote,
		short: () => m.prepare_kind_notes(),
		name: () => m.prepare_kind_notes_long()
	},
	vote: { icon: Vote, short: () => m.prepare_kind_vote(), name: () => m.prepare_kind_vote() },
	proposals: {
		icon: FileCheck,
		short: () => m.prepare_kind_proposals(),
		name: () => m.prepare_kind_proposals()
	},
	plenary: {
		icon: Users,
		short: () => m.prepare_kind_plenary(),
		name: () => m.prepare_kind_plenary()
	},
	break: { icon: Coffee, short: () => m.prepare_kind_break(), name: () => m.prepare_kind_break() }
};
