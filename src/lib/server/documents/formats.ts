import type { DocumentFormat } from '#lib/domain/documents/documents.ts';

/** What a subject arranges its matter as, before a writer makes a file of it. */
export type ContentKind = 'document' | 'workbook' | 'data';

/** By format: what its files are told to be, and which kind of content its writer takes. */
export const FORMATS = {
	docx: {
		mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		content: 'document'
	},
	pdf: { mediaType: 'application/pdf', content: 'document' },
	xlsx: {
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		content: 'workbook'
	},
	csv: { mediaType: 'text/csv; charset=utf-8', content: 'workbook' },
	json: { mediaType: 'application/json; charset=utf-8', content: 'data' }
} as const satisfies Readonly<
	Record<DocumentFormat, { readonly mediaType: string; readonly content: ContentKind }>
>;

/** The kind of content that a format is written from. */
export type ContentKindOf<Format extends DocumentFormat> = (typeof FORMATS)[Format]['content'];
