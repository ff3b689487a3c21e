import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** Who joined after a vote was opened and waits to be let into it, for the run page. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const waiting = await locals.app.votes.waiting(account, params.vote);
	return Response.json(
		{ voteId: params.vote, waiting },
		{ headers: { 'cache-control': 'no-store' } }
	);
});
