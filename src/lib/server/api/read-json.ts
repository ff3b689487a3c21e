import { DomainError } from '../../domain/errors.ts';

/**
 * The body of a JSON request, its texts without NUL characters. Throws `invalid_input` when it is no JSON;
 * a body over the limit stays 413.
 */
export async function readJson(request: Request): Promise<unknown> {
	try {
		return JSON.parse(await request.text(), withoutNul) as unknown;
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw new DomainError('invalid_input');
		throw thrown;
	}
}

/** NUL is in no text that a person writes, and PostgreSQL stores none. */
function withoutNul(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
