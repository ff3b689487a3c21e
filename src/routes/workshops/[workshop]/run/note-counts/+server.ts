import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** How many notes stand on each board, for the run page. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const { workshop: workshopId } = params;
	const counts = Object.fromEntries(await locals.app.run.countNotes(account, workshopId));
	return Response.json({ workshopId, counts }, { headers: { 'cache-control': 'no-store' } });
});
