import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import type { LayoutServerLoadEvent } from './$types';

/** The workshop of every page below, for an account that may see it. */
export const load = guardedLoad(async ({ locals, params }: LayoutServerLoadEvent) => {
	const account = requireAccount(locals);
	return {
		account: { name: account.name, role: account.role },
		workshop: await locals.app.workshops.get(account, params.workshop)
	};
});
