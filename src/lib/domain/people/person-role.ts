import type { SeatRole } from '../spaces/seat.ts';
import type { GuestRole } from './actor.ts';

/**
 * What a facilitator makes of a person, in one choice: what they may do in the workshop, and at the table
 * where they sit. Those of a table are only for who sits at one.
 */
export const PERSON_ROLES = ['participant', 'rapporteur', 'table_facilitator', 'observer'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

const SEAT_ROLE_OF = {
	participant: 'member',
	observer: 'member',
	rapporteur: 'rapporteur',
	table_facilitator: 'facilitator'
} as const satisfies Record<PersonRole, SeatRole>;

/** What a person is, by their seat's role at a table; who only observes does so there, too. */
export function personRole(role: GuestRole, atTable: SeatRole | null): PersonRole {
	if (role === 'observer') return role;
	switch (atTable) {
		case 'facilitator':
			return 'table_facilitator';
		case 'rapporteur':
			return 'rapporteur';
		default:
			return role;
	}
}

/** The two roles behind the one that was chosen. */
export function rolesOf(role: PersonRole): { readonly guest: GuestRole; readonly seat: SeatRole } {
	return { guest: role === 'observer' ? role : 'participant', seat: SEAT_ROLE_OF[role] };
}

/** What can be chosen for a person. */
export function rolesFor(atTable: boolean): readonly PersonRole[] {
	return atTable ? PERSON_ROLES : ['participant', 'observer'];
}
