import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** The category behind each note of a board, for the run page; small categories are not told apart. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const { workshop, board } = params;
	const categories = await locals.app.noteCategories.of(account, workshop, board);
	return Response.json(
		{ boardId: board, categories },
		{ headers: { 'cache-control': 'no-store' } }
	);
});
