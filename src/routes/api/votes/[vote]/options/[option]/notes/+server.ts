import { optionNotesBody } from '#lib/server/api/vote.api.ts';
import { askerOf } from '#lib/server/http/asker.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async (event: RequestEvent) => {
	const { votes } = event.locals.app;
	const { vote, option } = event.params;
	const actor = await askerOf(event, await votes.workshopOf(vote));
	const notes = await votes.optionNotes(actor, vote, option);
	return Response.json(optionNotesBody(vote, option, notes), {
		headers: { 'cache-control': 'no-store' }
	});
});
