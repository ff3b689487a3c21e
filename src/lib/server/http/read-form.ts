import { DomainError } from '../../domain/errors.ts';

/** The form in a request. Throws `invalid_input` when it is none; a body over the limit stays 413. */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (thrown) {
		if (thrown instanceof TypeError) throw new DomainError('invalid_input');
		throw thrown;
	}
}
