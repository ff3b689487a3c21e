import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** Every change of the board's notes, for the timeline and for the history of one note. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const { workshop, board: boardId } = params;
	const events = await locals.app.history.ofBoard(account, workshop, boardId);
	return Response.json({ boardId, events }, { headers: { 'cache-control': 'no-store' } });
});
