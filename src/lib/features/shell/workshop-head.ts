import { getContext, setContext } from 'svelte';
import type { AccountRole } from '#lib/domain/people/actor.ts';
import type { WorkshopHeading } from '#lib/domain/workshops/workshop-parts.ts';

/** What the bar over every page of a workshop shows, as the layout of those pages was told it. */
export interface WorkshopHead {
	readonly workshop: WorkshopHeading;
	readonly account: { readonly name: string; readonly role: AccountRole };
	/** The hall is open, as of when the page was loaded. */
	readonly hallOpen: boolean;
}

const KEY = Symbol('workshop head');

/** Says it for all pages below; called once, by their layout. */
export function setWorkshopHead(head: () => WorkshopHead): void {
	setContext(KEY, head);
}

/** What the layout said; only on the pages of a workshop. Follows in runes when it is called anew. */
export function getWorkshopHead(): () => WorkshopHead {
	return getContext<() => WorkshopHead>(KEY);
}
