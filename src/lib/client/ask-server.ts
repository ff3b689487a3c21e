import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '#lib/domain/errors.ts';

/** What came back: the value, or why not. `offline` when the server was not reached at all. */
export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }
	| { readonly ok: false; readonly offline: true };

/** How long an answer may take, in milliseconds: on a bad network a request can hang for minutes. */
const PATIENCE = 15_000;

/** Asks the server's JSON interface; what goes wrong comes back as an answer and is never thrown. */
export async function askServer<T>(
	path: string,
	read: (response: Response) => Promise<T>,
	init?: RequestInit
): Promise<Answer<T>> {
	try {
		const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE), ...init });
		if (response.ok) return { ok: true, value: await read(response) };
		return { ok: false, ...(await refusalOf(response)) };
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

/** The error that the server gave, or `unexpected` where something between answered instead. */
async function refusalOf(response: Response): Promise<{ code: ErrorCode; details: ErrorDetails }> {
	const body = (await response.json().catch(() => undefined)) as
		{ error?: { code?: string; details?: ErrorDetails } } | undefined;
	const code = ERROR_CODES.find((known) => known === body?.error?.code);
	return { code: code ?? 'unexpected', details: body?.error?.details ?? {} };
}
