import { turnoutBody } from '#lib/server/api/vote.api.ts';
import { askerOf } from '#lib/server/http/asker.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async (event: RequestEvent) => {
	const { votes } = event.locals.app;
	const actor = await askerOf(event, await votes.workshopOf(event.params.vote));
	const turnout = await votes.turnout(actor, event.params.vote);
	return Response.json(turnoutBody(event.params.vote, turnout), {
		headers: { 'cache-control': 'no-store' }
	});
});
