import { boundedJson } from '../http/bounded-json.ts';
import { BODY_LIMITS } from '../http/body-limits.ts';
import { readBody } from '../http/read-body.ts';

/** What a JSON request may be: bytes of its body, members and elements in it. */
export interface JsonLimits {
	readonly bytes: number;
	readonly values: number;
}

/** Some short fields. */
const FIELDS: JsonLimits = { bytes: BODY_LIMITS.fields, values: 50 };

/**
 * The body of a JSON request, its texts without NUL characters. Throws `message_too_large`, `invalid_input`
 * when it is no JSON, and as `boundedJson` does.
 */
export async function readJson(request: Request, limits = FIELDS): Promise<unknown> {
	const body = await readBody(request, limits.bytes);
	return boundedJson(new TextDecoder().decode(body), limits.values);
}
