import { DomainError } from '#lib/domain/errors.ts';
import { participantBody } from '#lib/server/api/participant.api.ts';
import { isErasedGuest, isRemovedGuest } from '#lib/server/access/guest-of.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async ({ params, url, locals, cookies }: RequestEvent) => {
	const guest = await locals.guest(params.workshop);
	if (!guest) {
		if (await isRemovedGuest(locals.app, cookies, params.workshop))
			throw new DomainError('person_removed');
		const erased = await isErasedGuest(locals.app, params.workshop, url.searchParams.get('was'));
		throw new DomainError(erased ? 'person_erased' : 'not_signed_in');
	}
	const { workshops, agenda, stage, participants } = locals.app;
	const body = participantBody({
		workshop: await workshops.get(guest, guest.workshopId),
		agenda: await agenda.list(guest, guest.workshopId),
		stage: await stage.get(guest, guest.workshopId),
		me: await participants.me(guest),
		guest
	});
	return Response.json(body, { headers: { 'cache-control': 'private, no-store' } });
});
