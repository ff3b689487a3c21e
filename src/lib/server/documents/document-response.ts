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
		return new Response(inPieces(file.bytes), {
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

/** Bytes of a piece. */
const PIECE = 65_536;

/** What is given to a response as bytes is copied twice, and a hall waits while such copies are cleared away. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
	let sent = 0;
	return new ReadableStream({
		pull(controller) {
			if (sent < bytes.byteLength) controller.enqueue(bytes.subarray(sent, (sent += PIECE)));
			else controller.close();
		}
	});
}
