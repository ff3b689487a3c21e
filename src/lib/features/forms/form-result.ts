import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';

/** What the page may get back from one of its forms, whichever it is: what went wrong and what was typed. */
export interface FormResult {
	readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails };
	readonly values?: Readonly<Record<string, string>>;
}
