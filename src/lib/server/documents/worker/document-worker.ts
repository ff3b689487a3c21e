import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { DomainError, isDomainError } from '#lib/domain/errors.ts';
import type { DocumentJob, DocumentMessage } from './document-job.ts';

/**
 * The thread that makes documents, one after another, for as long as the server runs. Node runs this file
 * from its source, also beside the built server, so all that it imports has to be there too. What it needs
 * is loaded, and has run once, before the first job comes.
 */
yieldToServer();
const { warmWriters, writeFile } = await import('./write-file.ts');
// What fails here fails again in the document that needs it, which is told why.
await warmWriters().catch(() => undefined);
say({ kind: 'warm' });
parentPort?.on('message', (job: DocumentJob) => {
	void make(job);
});

async function make(job: DocumentJob): Promise<void> {
	try {
		// The library's buffer may be a part of a larger one, which has to stay here.
		const bytes = new Uint8Array(await writeFile(job));
		parentPort?.postMessage({ kind: 'made', bytes } satisfies DocumentMessage, [bytes.buffer]);
	} catch (thrown) {
		const { code, details, cause } = isDomainError(thrown) ? thrown : failed(thrown);
		say({ kind: 'failed', code, details, cause });
	}
}

function say(message: DocumentMessage): void {
	parentPort?.postMessage(message);
}

/** Of two threads that both want a processor the server's gets three quarters. */
const GIVES_WAY = 5;

/**
 * Lets the server's own thread go first where the two want one processor. Linux gives each thread a
 * priority of its own and tells which one this is; elsewhere nothing is changed.
 */
function yieldToServer(): void {
	try {
		const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
		if (thread > 0 && thread !== process.pid) setPriority(thread, GIVES_WAY);
	} catch {
		// Without it documents are made all the same.
	}
}

function failed(thrown: unknown): DomainError {
	const error = new DomainError('document_failed');
	error.cause = thrown instanceof Error ? thrown.stack : String(thrown);
	return error;
}
