import type { DocumentFormat, DocumentSubject } from '#lib/domain/documents/documents.ts';
import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import type { Locale } from '#lib/domain/text/locale.ts';

/** A document to be made of what was gathered for it. It is copied to the process that makes it. */
export interface DocumentJob {
	readonly subject: DocumentSubject;
	readonly format: DocumentFormat;
	readonly locale: Locale;
	/** What the subject's `gather` gave. */
	readonly matter: unknown;
}

/** What that process says, of the one job that it has. */
export type DocumentMessage =
	/** Everything that writers need is loaded and has run once. */
	| { readonly kind: 'warm' }
	| { readonly kind: 'made'; readonly bytes: Uint8Array }
	| {
			readonly kind: 'failed';
			readonly code: ErrorCode;
			readonly details: ErrorDetails;
			readonly cause: unknown;
	  };
