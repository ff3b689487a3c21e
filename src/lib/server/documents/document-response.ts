import type { MadeDocument } from './document.service.ts';
import { contentDisposition } from './file-names.ts';

/**
 * Answers with a document under its name, which no cache keeps. `make` gets the request's signal: whoever
 * went away is told nothing, and no fault is logged.
 */
export async function documentResponse(
	signal: AbortSignal,
	make: (signal: AbortSignal) => Promise<MadeDocument>
): Promise<Response> {
	try {
		const file = await make(signal);
		return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
			headers: {
				'content-type': file.mediaType,
				'content-length': String(file.bytes.byteLength),
				'content-disposition': contentDisposition(file.fileName),
				'cache-control': 'no-store'
			}
		});
	} catch (thrown) {
		if (signal.aborted) return new Response(null, { status: 499 });
		throw thrown;
	}
}
