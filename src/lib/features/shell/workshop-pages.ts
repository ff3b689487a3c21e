import type { LucideIcon } from '@lucide/svelte';
import Inbox from '@lucide/svelte/icons/inbox';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Ticket from '@lucide/svelte/icons/ticket';
import type { AccountRole } from '#lib/domain/people/actor.ts';
import { m } from '#lib/paraglide/messages.js';

/** One page of a workshop as the bar leads to it. */
export interface WorkshopPageLink {
	readonly href: string;
	readonly words: string;
	/** Where room is short the picture stands for the words; undefined for pages that always have words. */
	readonly icon?: LucideIcon;
	/** The hall is run from here. */
	readonly running: boolean;
	/** The person is on it, or on a page under it. */
	readonly here: boolean;
}

/** Pages that readers, such as directors, open too. */
const READ = [
	{ path: 'proposals', words: m.proposals_title },
	{ path: 'plan', words: m.common_bar_plan },
	{ path: 'export', words: m.export_title }
];

const WRITTEN = [
	{ path: 'prepare', words: m.common_bar_prepare, also: ['poster'] },
	{ path: 'run', words: m.common_bar_run, also: ['history'] },
	{ path: 'clusters', words: m.common_bar_clusters },
	...READ,
	{ path: 'people', words: m.people_title },
	{ path: 'attendance', words: m.run_attendance_list, icon: ListChecks },
	{ path: 'late-notes', words: m.late_title, icon: Inbox },
	{ path: 'tickets', words: m.tickets_title, icon: Ticket },
	{ path: 'privacy', words: m.privacy_title, icon: ShieldCheck }
];

/**
 * The pages of a workshop in the order of the day, those that the role may open. `pathname` is where the person
 * is. Directors find the way back to their region first.
 */
export function workshopPages(
	workshopId: string,
	role: AccountRole,
	pathname: string
): WorkshopPageLink[] {
	const base = `/workshops/${workshopId}/`;
	const at = pathname.startsWith(base) ? pathname.slice(base.length).split('/')[0] : undefined;
	const writes = role === 'facilitator';
	const pages: readonly {
		path: string;
		words: () => string;
		icon?: LucideIcon;
		also?: readonly string[];
	}[] = writes ? WRITTEN : READ;
	const links = pages.map(({ path, words, icon, also = [] }) => ({
		href: base + path,
		words: words(),
		...(icon && { icon }),
		running: path === 'run',
		here: at !== undefined && [path, ...also].includes(at)
	}));
	if (writes) return links;
	const region = {
		href: `/regions/${workshopId}`,
		words: m.export_to_region(),
		running: false,
		here: false
	};
	return [region, ...links];
}
