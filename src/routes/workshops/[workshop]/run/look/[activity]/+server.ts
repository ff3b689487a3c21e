import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** What came of an activity, for who looks at it from the run page while the hall is elsewhere. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const { workshop, activity: activityId } = params;
	const looked = await locals.app.stage.look(account, workshop, activityId);
	return Response.json({ activityId, ...looked }, { headers: { 'cache-control': 'no-store' } });
});
