import { parentPort, workerData } from 'node:worker_threads';
import { DomainError, isDomainError } from '#lib/domain/errors.ts';
import type { DocumentAnswer, DocumentJob } from './document-thread.ts';

/**
 * The thread that makes one document and ends. Node runs this file from its source, also beside the built
 * server, so all that it imports has to be there too. It loads the one writer that it needs.
 */
const { format, document, locale } = workerData as DocumentJob;
try {
	// The library's buffer may be a part of a larger one, which has to stay here.
	const bytes = new Uint8Array(await (await writer())(document, locale));
	parentPort?.postMessage({ bytes } satisfies DocumentAnswer, [bytes.buffer]);
} catch (thrown) {
	const error = isDomainError(thrown) ? thrown : failed(thrown);
	const { code, details, cause } = error;
	parentPort?.postMessage({ code, details, cause } satisfies DocumentAnswer);
}

async function writer() {
	switch (format) {
		case 'docx':
			return (await import('../docx/docx-plan.ts')).docxPlan;
		case 'pdf':
			return (await import('../pdf/pdf-plan.ts')).pdfPlan;
		case 'xlsx':
			return (await import('../sheets/xlsx-plan.ts')).xlsxPlan;
	}
}

function failed(thrown: unknown): DomainError {
	const error = new DomainError('document_failed');
	error.cause = thrown instanceof Error ? thrown.stack : String(thrown);
	return error;
}
