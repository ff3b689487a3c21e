import { currentWorkshop } from '#lib/domain/region-workshops.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoad } from './$types';

/** The current workshop's plan lies on the table; without any workshop, nothing does. */
export const load: PageServerLoad = guardedLoad(async ({ locals, parent }) => {
	const account = requireAccount(locals, 'director');
	const { regions } = await parent();
	const current = currentWorkshop(regions);
	return { overview: current ? await locals.app.exports.overview(account, current.id) : null };
});
