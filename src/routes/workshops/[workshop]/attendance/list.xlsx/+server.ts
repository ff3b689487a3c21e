import { requireAccount } from '#lib/server/auth/require-account.ts';
import { documentResponse } from '#lib/server/documents/document-response.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** The attendance list as the page beside it offers it, in the language of that page. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params, request }) => {
	const account = requireAccount(locals, 'facilitator');
	const wanted = { subject: 'attendance', format: 'xlsx', locale: locals.locale } as const;
	return documentResponse(request.signal, (signal) =>
		locals.app.documents.make(account, params.workshop, wanted, signal)
	);
});
