import { DomainError } from '#lib/domain/errors.ts';
import { recordedBody } from '#lib/server/api/vote.api.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { BALLOT_BODY, parseBallot } from '#lib/server/votes/ballot-input.ts';
import type { RequestEvent } from './$types';

export const PUT = guardedEndpoint(async (event: RequestEvent) => {
	const { votes } = event.locals.app;
	const guest = await event.locals.guest(await votes.workshopOf(event.params.vote));
	if (!guest) throw new DomainError('not_signed_in');
	const { vote } = event.params;
	const ballot = parseBallot(await readJson(event.request, BALLOT_BODY));
	await votes.castVote(guest, vote, ballot);
	return Response.json(recordedBody(vote, ballot.turn), {
		headers: { 'cache-control': 'no-store' }
	});
});
