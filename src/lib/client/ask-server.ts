import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '#lib/domain/errors.ts';

/** Why the server did not do it. */
export interface Refusal {
	readonly code: ErrorCode;
	readonly details: ErrorDetails;
}

/**
 * What came back: the value, or why not. `offline` when the server was not reached, also where something
 * between answered in its place, as the page of a network that asks for a sign-in does with a 200.
 */
export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| ({ readonly ok: false } & Refusal)
	| { readonly ok: false; readonly offline: true };

/** How long an answer may take, in milliseconds: on a bad network a request can hang for minutes. */
const PATIENCE = 15_000;

/**
 * Asks the server's JSON interface; what goes wrong comes back as an answer and is never thrown. A body says by
 * `names` of what it is, such as the vote that was asked for: any other is not the server's, and counts as `offline`.
 */
export async function askServer<T>(
	path: string,
	names: Readonly<Record<string, string | number>>,
	init?: Omit<RequestInit, 'signal'>
): Promise<Answer<T>> {
	try {
		const response = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE) });
		const body: unknown = await response.json();
		if (!response.ok) {
			const refusal = refusalIn(body);
			return refusal ? { ok: false, ...refusal } : { ok: false, offline: true };
		}
		const told = body as Readonly<Record<string, unknown>>;
		const isOurs = Object.entries(names).every(([name, value]) => told[name] === value);
		return isOurs ? { ok: true, value: body as T } : { ok: false, offline: true };
	} catch {
		return { ok: false, offline: true };
	}
}

/** `value` as the body of a request with `method`. */
export function jsonRequest(method: 'POST' | 'PUT', value: unknown): RequestInit {
	return {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(value)
	};
}

/** The refusal of an endpoint, or of a page's error, in a body; undefined where the server did not write it. */
export function refusalIn(body: unknown): Refusal | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	const told = (('error' in body && body.error) || body) as Partial<Refusal>;
	const code = ERROR_CODES.find((known) => known === told.code);
	return code && { code, details: told.details ?? {} };
}
