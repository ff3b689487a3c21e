import { resultsBody } from '#lib/server/api/vote.api.ts';
import { askerOf } from '#lib/server/http/asker.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async (event: RequestEvent) => {
	const { votes } = event.locals.app;
	const workshopId = await votes.workshopOf(event.params.vote);
	const actor = await askerOf(event, workshopId);
	const results = await votes.results(actor, workshopId, event.params.vote);
	return Response.json(resultsBody(results), { headers: { 'cache-control': 'no-store' } });
});
