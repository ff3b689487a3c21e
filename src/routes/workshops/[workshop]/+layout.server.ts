import { headingOf } from '#lib/domain/workshops/workshop-parts.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import type { LayoutServerLoadEvent } from './$types';

/** What heads every page below, for an account that may see the workshop; a page that shows more adds it. */
export const load = guardedLoad(async ({ locals, params }: LayoutServerLoadEvent) => {
	const account = requireAccount(locals);
	const workshop = await locals.app.workshops.get(account, params.workshop);
	return {
		account: { name: account.name, role: account.role },
		workshop: headingOf(workshop),
		hallOpen: workshop.state === 'open'
	};
});
