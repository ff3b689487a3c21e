import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { LayoutServerLoadEvent } from './$types';

/** A director's regions with their workshops, which stand beside every page below. */
export const load = guardedLoad(async ({ locals }: LayoutServerLoadEvent) => {
	const account = requireAccount(locals, 'director');
	return {
		account: { name: account.name },
		regions: await locals.app.directors.regions(account)
	};
});
