import { joinedBody } from '#lib/server/api/join.api.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { parseJoinInput } from '#lib/server/participants/join-input.ts';
import { rememberGuest, visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import type { RequestEvent } from './$types';

export const POST = guardedEndpoint(async (event: RequestEvent) => {
	const input = parseJoinInput(await readJson(event.request));
	const joined = await event.locals.app.participants.join(input, visitorOf(event));
	rememberGuest(event, joined);
	return Response.json(joinedBody(joined), { status: joined.session === null ? 200 : 201 });
});
