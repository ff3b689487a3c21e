import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import type { LayoutServerLoad } from './$types';

/** The workshop of every page below, for an account that may see it. */
export const load: LayoutServerLoad = guardedLoad(async ({ locals, params }) => {
	const account = requireAccount(locals);
	return {
		account: { name: account.name, role: account.role },
		workshop: await locals.app.workshops.get(account, params.workshop)
	};
});
