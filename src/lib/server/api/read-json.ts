import { DomainError } from '../../domain/errors.ts';

/** The body of a JSON request. Throws `invalid_input` when it is no JSON. */
export async function readJson(request: Request): Promise<unknown> {
	try {
		return await request.json();
	} catch {
		throw new DomainError('invalid_input');
	}
}
