import type { DocumentFormat } from '#lib/domain/documents/documents.ts';
import { docxFile } from '../docx/docx-file.ts';
import type { ContentKindOf } from '../formats.ts';
import { pdfFile } from '../pdf/pdf-file.ts';
import { xlsxFile } from '../sheets/xlsx-file.ts';
import { arrangedFor, type Contents } from '../subjects.ts';
import { csvFile } from '../text/csv-file.ts';
import { jsonFile } from '../text/json-file.ts';
import type { DocumentJob } from './document-job.ts';

/** The writer of each format, from the kind of content that it takes. */
const WRITERS: {
	readonly [Format in DocumentFormat]: (
		content: Contents[ContentKindOf<Format>]
	) => Uint8Array | Promise<Uint8Array>;
} = { docx: docxFile, pdf: pdfFile, xlsx: xlsxFile, csv: csvFile, json: jsonFile };

/** Arranges and writes a document. Throws `document_failed` and whatever a writer throws. */
export async function writeFile({
	subject,
	format,
	matter,
	locale
}: DocumentJob): Promise<Uint8Array> {
	const write = WRITERS[format] as (content: unknown) => Uint8Array | Promise<Uint8Array>;
	return write(arrangedFor(subject, format, matter, locale));
}

/** A document of every kind of block, so that each writer has run once before somebody waits for it. */
export async function warmWriters(): Promise<void> {
	const { WARMING, WARMING_SHEETS } = await import('./warming-content.ts');
	await docxFile(WARMING);
	await pdfFile(WARMING);
	await xlsxFile(WARMING_SHEETS);
}
