import type { OrganiserRole } from './workshop.ts';

/** An institution that organises, shares in, funds or supports a workshop. */
export interface Organiser {
	readonly id: string;
	readonly name: string;
	readonly role: OrganiserRole;
	/** The uploaded picture, or null. */
	readonly logoId: string | null;
	readonly position: number;
}
