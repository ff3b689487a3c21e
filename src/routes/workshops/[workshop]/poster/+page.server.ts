import { posterOf } from '#lib/domain/workshops/workshop-parts.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** What hangs at the door: the hall's Wi-Fi and how to join, for the workshop's facilitators to print. */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { origins, workshops } = locals.app;
	return {
		wifi: await workshops.hallWifi(account, params.workshop),
		workshop: posterOf(await workshops.get(account, params.workshop)),
		reachable: origins.reachable ?? url.origin
	};
});
