import type { Seat } from '../spaces/seat.ts';

/**
 * Who acts. An account and a guest who joined a workshop are the same kind of thing, so that
 * authorship, audit and policy have one notion of it; a screen acts too, by the token in its address.
 */
export type Actor = AccountActor | GuestActor | ScreenActor;

export type AccountRole = 'administrator' | 'facilitator' | 'director';
export const ACCOUNT_ROLES: readonly AccountRole[] = ['administrator', 'facilitator', 'director'];

/** A person with a password. `regions` are the ids of a director's regions, empty for other roles. */
export interface AccountActor {
	readonly kind: 'account';
	readonly id: string;
	readonly role: AccountRole;
	readonly regions: readonly string[];
}

/** What a facilitator lets a guest do in the workshop; what they are at a table is their seat's role. */
export const GUEST_ROLES = ['participant', 'observer'] as const;
export type GuestRole = (typeof GUEST_ROLES)[number];

/**
 * A person who joined one workshop with its code;
 * `observing` when their category or their role only observes.
 */
export interface GuestActor {
	readonly kind: 'guest';
	readonly id: string;
	readonly workshopId: string;
	readonly participantId: string;
	readonly categoryId: string;
	readonly role: GuestRole;
	readonly observing: boolean;
	/** Where they sit now, at most once in each layer. */
	readonly seats: readonly Seat[];
}

/** The projector's page of one workshop. */
export interface ScreenActor {
	readonly kind: 'screen';
	readonly id: string;
	readonly workshopId: string;
}

/** The id of all screens of a workshop, which come and go without one of their own. */
export function screenActorId(workshopId: string): string {
	return `screen-${workshopId}`;
}
