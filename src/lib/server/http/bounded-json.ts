import { DomainError } from '../../domain/errors.ts';

/** Objects and lists within one another; what any route takes is three deep. */
const MOST_DEEP = 8;

/**
 * Reads JSON that is no deeper than anything we take and holds at most `values` members and elements. Both are
 * counted before it is parsed, so that what is made of a body is bounded too. Throws `invalid_input`, and
 * `too_many_items` (details: limit). NUL is taken out of its texts: no person writes one, and PostgreSQL
 * stores none.
 */
export function boundedJson(text: string, values: number): unknown {
	measure(text, values);
	try {
		return JSON.parse(text, withoutNul) as unknown;
	} catch (thrown) {
		if (thrown instanceof SyntaxError) throw new DomainError('invalid_input');
		throw thrown;
	}
}

function withoutNul(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** Walks over texts as JSON writes them, in which a quotation mark has a backslash before it. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[{\]},]/gsu;

function measure(text: string, values: number): void {
	let deep = 0;
	let count = 0;
	for (const [token] of text.matchAll(TOKENS)) {
		if (token === '[' || token === '{') {
			if (++deep > MOST_DEEP) throw new DomainError('invalid_input');
			count++;
		} else if (token === ']' || token === '}') deep--;
		else if (token === ',') count++;
		if (count > values) throw new DomainError('too_many_items', { limit: values });
	}
}
