import { DomainError } from '../../domain/errors.ts';
import { readBody } from './read-body.ts';

/** Most fields of one form, far above what any page sends: each costs time to read and to give back. */
const MOST_FIELDS = 5000;

/**
 * The form in a request of at most `most` bytes, without NUL characters. Throws `message_too_large`,
 * `invalid_input` when it is none, `too_many_items` (details: limit).
 */
export async function readForm(request: Request, most: number): Promise<FormData> {
	const form = await parse(request, await readBody(request, most));
	if ([...form.keys()].length > MOST_FIELDS)
		throw new DomainError('too_many_items', { limit: MOST_FIELDS });
	return withoutNul(form);
}

/** NUL is in no text that a person writes, and PostgreSQL stores none. */
function withoutNul(form: FormData): FormData {
	const clean = new FormData();
	for (const [name, value] of form)
		clean.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value);
	return clean;
}

async function parse(request: Request, body: Uint8Array<ArrayBuffer>): Promise<FormData> {
	const headers = { 'content-type': request.headers.get('content-type') ?? '' };
	try {
		return await new Response(body, { headers }).formData();
	} catch (thrown) {
		if (thrown instanceof TypeError) throw new DomainError('invalid_input');
		throw thrown;
	}
}
