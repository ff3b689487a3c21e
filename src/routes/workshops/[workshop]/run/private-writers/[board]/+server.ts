import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** How many people wrote privately for a board, for the run page. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const people = await locals.app.run.privateWriters(account, params.workshop, params.board);
	return Response.json(
		{ boardId: params.board, people },
		{ headers: { 'cache-control': 'no-store' } }
	);
});
