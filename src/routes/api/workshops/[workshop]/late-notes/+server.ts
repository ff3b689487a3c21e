import { DomainError } from '#lib/domain/errors.ts';
import { lateNotesBody } from '#lib/server/api/late-note.api.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { HAND_IN_BODY, parseHandIn } from '#lib/server/late-notes/late-note-input.ts';
import type { RequestEvent } from './$types';

const NO_STORE = { headers: { 'cache-control': 'no-store' } };

export const GET = guardedEndpoint(async ({ locals, params }: RequestEvent) => {
	const guest = await locals.guest(params.workshop);
	if (!guest) throw new DomainError('not_signed_in');
	const notes = await locals.app.lateNotes.own(guest, params.workshop);
	return Response.json(lateNotesBody(params.workshop, notes), NO_STORE);
});

export const POST = guardedEndpoint(async ({ locals, params, request }: RequestEvent) => {
	const guest = await locals.guest(params.workshop);
	if (!guest) throw new DomainError('not_signed_in');
	const handed = parseHandIn(await readJson(request, HAND_IN_BODY));
	const notes = await locals.app.lateNotes.handIn(guest, params.workshop, handed);
	return Response.json(lateNotesBody(params.workshop, notes), NO_STORE);
});
