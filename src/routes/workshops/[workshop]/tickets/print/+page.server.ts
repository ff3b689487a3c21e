import { printedOf, TICKET_LIMITS } from '#lib/domain/people/ticket.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** The tickets of a range of numbers that somebody can still come in with. */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { origins, tickets } = locals.app;
	const from = Number(url.searchParams.get('from') ?? 1);
	const to = Number(url.searchParams.get('to') ?? Number.MAX_SAFE_INTEGER);
	const all = await tickets.list(account, params.workshop);
	return {
		tickets: all
			.filter(({ number, state }) => state === 'free' && number >= from && number <= to)
			.slice(0, TICKET_LIMITS.atOnce)
			.map(printedOf),
		reachable: origins.reachable ?? url.origin
	};
});
