import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { DocumentFormat } from '#lib/domain/plan/document-overview.ts';
import { DomainError, type ErrorCode, type ErrorDetails } from '#lib/domain/errors.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { documentTurns } from './document-turns.ts';

/** A document of the plan to be made. It is copied to the thread. */
export interface DocumentJob {
	readonly format: Exclude<DocumentFormat, 'json'>;
	readonly document: PlanDocument;
	readonly locale: Locale;
}

/** What a thread answers, once: the document, or why there is none. */
export type DocumentAnswer =
	| { readonly bytes: Uint8Array }
	| { readonly code: ErrorCode; readonly details: ErrorDetails; readonly cause: unknown };

/** How many documents are made at a time: each takes a processor and some hundred megabytes. */
const THREADS = 2;

const inTurn = documentTurns(THREADS);

/**
 * Makes a document in a thread of its own, because it takes seconds of computing in which no live room
 * would be answered. Two are made at a time, further ones wait. Throws `document_failed` (its cause says
 * why); aborting `signal` ends the thread, or the wait for it, and rejects with the signal's reason.
 */
export function makeDocument(job: DocumentJob, signal?: AbortSignal): Promise<Uint8Array> {
	return inTurn(() => answerOf(workerFile(), job, signal), signal);
}

/**
 * The worker's source, found through the package and not beside this module, which lies somewhere else
 * once it is bundled. Node runs it as it is.
 */
function workerFile(): string {
	return createRequire(import.meta.url).resolve('#lib/server/documents/worker/document-worker.ts');
}

/**
 * Runs `file` in a thread with `job` as its data until it posts a {@link DocumentAnswer}. A thread that
 * fails or ends without an answer is `document_failed`.
 */
export function answerOf(
	file: string | URL,
	job: unknown,
	signal?: AbortSignal
): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(reasonOf(signal));
			return;
		}
		const worker = new Worker(file, { workerData: job });
		const abort = (): void => finish(() => reject(reasonOf(signal)));
		const finish = (settle: () => void): void => {
			signal?.removeEventListener('abort', abort);
			worker.removeAllListeners();
			// A thread that ends while it answers may still report an error that nobody waits for.
			worker.on('error', () => undefined);
			// Its place is free only once it is gone.
			void worker.terminate().then(settle, settle);
		};
		signal?.addEventListener('abort', abort);
		worker.on('message', (answer: DocumentAnswer) =>
			finish(() => ('bytes' in answer ? resolve(answer.bytes) : reject(failure(answer))))
		);
		worker.on('error', (cause) => finish(() => reject(failure({ cause }))));
		worker.on('exit', (code) => finish(() => reject(failure({ cause: `exit ${code}` }))));
	});
}

function failure(why: { code?: ErrorCode; details?: ErrorDetails; cause: unknown }): DomainError {
	const error = new DomainError(why.code ?? 'document_failed', why.details);
	error.cause = why.cause;
	return error;
}

function reasonOf(signal: AbortSignal | undefined): Error {
	const reason: unknown = signal?.reason;
	return reason instanceof Error ? reason : new Error('aborted');
}
