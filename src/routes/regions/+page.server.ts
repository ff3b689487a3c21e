import { currentWorkshop } from '#lib/domain/workshops/region-workshops.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import type { PageServerLoad } from './$types';

/**
 * The current workshop's plan lies on the table; without any workshop, nothing does. The layout has let
 * in directors alone when its data are here.
 */
export const load: PageServerLoad = async ({ locals, parent }) => {
	const { regions } = await parent();
	const current = currentWorkshop(regions);
	const account = requireAccount(locals, 'director');
	return { overview: current ? await locals.app.documents.overview(account, current.id) : null };
};
