import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** What the projector counts, read again and again while it waits or a vote is open. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) =>
	Response.json(await locals.app.screen.figures(params.token), {
		headers: { 'cache-control': 'no-store' }
	})
);
