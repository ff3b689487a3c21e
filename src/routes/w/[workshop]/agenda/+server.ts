import { DomainError } from '#lib/domain/errors.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

/** The agenda as it is now, for a participant's page that stays open while a facilitator changes it. */
export const GET = guardedEndpoint(async ({ params, locals }: RequestEvent) => {
	const guest = await locals.guest(params.workshop);
	if (!guest) throw new DomainError('not_signed_in');
	const agenda = await locals.app.agenda.list(guest, guest.workshopId);
	const { workshopId } = guest;
	return Response.json({ workshopId, agenda }, { headers: { 'cache-control': 'no-store' } });
});
