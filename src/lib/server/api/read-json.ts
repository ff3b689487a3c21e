import { DomainError } from '../../domain/errors.ts';

/** The body of a JSON request. Throws `invalid_input` when it is no JSON; a body over the limit stays 413. */
export async function readJson(request: Request): Promise<unknown> {
	try {
		return await request.json();
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw new DomainError('invalid_input');
		throw thrown;
	}
}
