import { rolesFor, type PersonRole } from '#lib/domain/people/person-role.ts';
import { m } from '#lib/paraglide/messages.js';

/** A role's name. */
export function roleWords(role: PersonRole): string {
	return {
		participant: m.people_role_participant,
		rapporteur: m.people_role_rapporteur,
		table_facilitator: m.people_role_table_facilitator,
		observer: m.people_role_observer
	}[role]();
}

/** The roles that a person can be given: those of a table are only for who sits at one. */
export function roleChoices(atTable: boolean): { value: PersonRole; label: string }[] {
	return rolesFor(atTable).map((role) => ({ value: role, label: roleWords(role) }));
}
