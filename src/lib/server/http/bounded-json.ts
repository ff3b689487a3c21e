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

/** One look at each letter, whatever it says: no pattern, which a text could make go back over itself. */
function measure(text: string, values: number): void {
	let inText = false;
	let deep = 0;
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const letter = text[at];
		if (letter === '"') inText = !inText;
		else if (inText) {
			if (letter === '\\') at++;
		} else if (letter === '[' || letter === '{') {
			if (++deep > MOST_DEEP) throw new DomainError('invalid_input');
			count++;
		} else if (letter === ']' || letter === '}') deep--;
		else if (letter === ',') count++;
		if (count > values) throw new DomainError('too_many_items', { limit: values });
	}
}
