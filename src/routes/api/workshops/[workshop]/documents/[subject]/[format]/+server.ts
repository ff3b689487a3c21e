import { DomainError } from '#lib/domain/errors.ts';
import { requireWantedDocument } from '#lib/server/api/document.api.ts';
import { documentResponse } from '#lib/server/documents/document-response.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async ({ locals, params, url, request }: RequestEvent) => {
	const actor = locals.account ?? (await locals.guest(params.workshop));
	if (!actor) throw new DomainError('not_signed_in');
	const wanted = requireWantedDocument(params, url.searchParams.get('language'), locals.locale);
	return documentResponse(request.signal, (signal) =>
		locals.app.documents.make(actor, params.workshop, wanted, signal)
	);
});
