import { DomainError } from '../../domain/errors.ts';

/** Most fields of one form, far above what any page sends: each costs time to read and to give back. */
const MOST_FIELDS = 5000;

/**
 * The form in a request, without NUL characters. Throws `invalid_input` when it is none,
 * `too_many_items` (details: limit); a body over the limit stays 413.
 */
export async function readForm(request: Request): Promise<FormData> {
	const form = await parse(request);
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

async function parse(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (thrown) {
		if (thrown instanceof TypeError) throw new DomainError('invalid_input');
		throw thrown;
	}
}
