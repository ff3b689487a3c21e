import { DomainError } from '../../domain/errors.ts';

/**
 * The bytes of a request's body. Throws `message_too_large` (details: limit, in bytes) as soon as it is over
 * `most`, by what it says of its length or by what came; nothing more of it is read then.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
	const tooLarge = new DomainError('message_too_large', { limit: most });
	if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge;
	const parts: Uint8Array[] = [];
	let length = 0;
	// A reader, so that what is refused is left where it is: the answer has to reach whoever still sends.
	const reader = request.body?.getReader();
	for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
		length += read.value.byteLength;
		if (length > most) throw tooLarge;
		parts.push(read.value);
	}
	return Buffer.concat(parts);
}
