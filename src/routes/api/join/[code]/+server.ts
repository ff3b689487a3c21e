import { invitationBody } from '#lib/server/api/join.api.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async (event: RequestEvent) => {
	const { participants } = event.locals.app;
	const invitation = await participants.invitation(event.params.code, visitorOf(event));
	return Response.json(invitationBody(invitation), { headers: { 'cache-control': 'no-store' } });
});
