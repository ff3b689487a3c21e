import { GUEST_ROLES, type GuestRole } from '#lib/domain/people/actor.ts';
import { m } from '#lib/paraglide/messages.js';

/** A role's name. */
export function roleWords(role: GuestRole): string {
	return {
		participant: m.people_role_participant,
		rapporteur: m.people_role_rapporteur,
		table_facilitator: m.people_role_table_facilitator,
		observer: m.people_role_observer
	}[role]();
}

/** Every role, for a list to choose from. */
export function roleChoices(): { value: GuestRole; label: string }[] {
	return GUEST_ROLES.map((role) => ({ value: role, label: roleWords(role) }));
}
