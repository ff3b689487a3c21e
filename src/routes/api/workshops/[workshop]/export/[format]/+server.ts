import { DomainError } from '#lib/domain/errors.ts';
import { requireExport } from '#lib/server/api/export.api.ts';
import { contentDisposition } from '#lib/server/documents/file-names.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async ({ locals, params, url, request }: RequestEvent) => {
	const actor = locals.account ?? (await locals.guest(params.workshop));
	if (!actor) throw new DomainError('not_signed_in');
	const wanted = requireExport(params.format, url.searchParams.get('language'), locals.locale);
	const { signal } = request;
	try {
		const file = await locals.app.documents.export(actor, params.workshop, wanted, signal);
		return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
			headers: {
				'content-type': file.mediaType,
				'content-length': String(file.bytes.byteLength),
				'content-disposition': contentDisposition(file.fileName),
				'cache-control': 'no-store'
			}
		});
	} catch (thrown) {
		// Whoever went away is told nothing, and no fault is logged.
		if (signal.aborted) return new Response(null, { status: 499 });
		throw thrown;
	}
});
