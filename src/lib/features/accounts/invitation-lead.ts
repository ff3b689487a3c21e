import type { AccountRole } from '#lib/domain/people/actor.ts';
import { textIn, type LocalizedText } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What somebody is invited to do, and for which regions. */
export function invitationLead(role: AccountRole, regions: readonly LocalizedText[]): string {
	switch (role) {
		case 'facilitator':
			return m.accounts_invitation_lead_facilitator();
		case 'administrator':
			return m.accounts_invitation_lead_administrator();
		case 'director': {
			const locale = getLocale();
			const names = regions.map((region) => textIn(region, locale));
			return m.accounts_invitation_lead_director({
				regions: new Intl.ListFormat(locale).format(names)
			});
		}
	}
}

const ROLES: Readonly<Record<AccountRole, () => string>> = {
	administrator: () => m.accounts_role_administrator(),
	facilitator: () => m.accounts_role_facilitator(),
	director: () => m.accounts_role_director()
};

/** A role's name. */
export function roleName(role: AccountRole): string {
	return ROLES[role]();
}
