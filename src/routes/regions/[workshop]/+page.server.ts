import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** The plan of one workshop as a cover on the table. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'director');
	return { overview: await locals.app.documents.overview(account, params.workshop) };
});
