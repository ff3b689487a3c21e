import type { DocumentFormat } from '#lib/domain/documents/documents.ts';

/** The kinds of files by the names that people know them by, in every language. */
export const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
	docx: 'Word',
	pdf: 'PDF',
	xlsx: 'Excel',
	csv: 'CSV',
	json: 'JSON'
};
