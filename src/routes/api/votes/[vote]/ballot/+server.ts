import { DomainError } from '#lib/domain/errors.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { BALLOT_BODY, parseBallot } from '#lib/server/votes/ballot-input.ts';
import type { RequestEvent } from './$types';

export const PUT = guardedEndpoint(async (event: RequestEvent) => {
	const { votes } = event.locals.app;
	const guest = await event.locals.guest(await votes.workshopOf(event.params.vote));
	if (!guest) throw new DomainError('not_signed_in');
	await votes.castVote(
		guest,
		event.params.vote,
		parseBallot(await readJson(event.request, BALLOT_BODY))
	);
	return new Response(null, { status: 204 });
});
