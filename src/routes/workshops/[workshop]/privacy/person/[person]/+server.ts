import { requireAccount } from '#lib/server/auth/require-account.ts';
import { contentDisposition } from '#lib/server/documents/file-names.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** All that is stored of a person, as a file for them. That it was taken is recorded. */
export const POST: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const data = await locals.app.persons.export(account, params.workshop, params.person);
	return new Response(`${JSON.stringify(data, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': contentDisposition('person.json'),
			'cache-control': 'no-store'
		}
	});
});
