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
 * Asks the server's JSON interface; what goes wrong comes back as an answer and is never thrown. `isOurs` says
 * whether a body names what was asked for: any other is not the server's, and counts as {@link Answer} `offline`.
 */
export async function askServer<T>(
	path: string,
	isOurs: (body: T) => boolean,
	init?: RequestInit
): Promise<Answer<T>> {
	try {
		const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE), ...init });
		const body: unknown = await response.json();
		if (!response.ok) {
			const refusal = refusalIn(body);
			return refusal ? { ok: false, ...refusal } : { ok: false, offline: true };
		}
		return isOurs(body as T) ? { ok: true, value: body as T } : { ok: false, offline: true };
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
