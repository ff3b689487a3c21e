import { readdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { DomainError, isDomainError } from '#lib/domain/errors.ts';
import type { DocumentJob, DocumentMessage } from './document-job.ts';

/** Of two threads that both want a processor the server's gets nine tenths. */
const GIVES_WAY = 10;

/**
 * The process that makes documents, one after another, for as long as the server runs. Node runs this file
 * from its source, also beside the built server, so all that it imports has to be there too. What it needs
 * is loaded, and has run once, before the first job comes.
 */
giveWay();
// Whoever ends the server from a terminal or as a service tells this one too; the server says when it ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
const { warmWriters, writeFile } = await import('./write-file.ts');
// What fails here fails again in the document that needs it, which is told why.
await warmWriters().catch(() => undefined);
say({ kind: 'warm' });
process.on('message', (job: DocumentJob) => {
	void make(job);
});

async function make(job: DocumentJob): Promise<void> {
	try {
		say({ kind: 'made', bytes: await writeFile(job) });
	} catch (thrown) {
		const { code, details, cause } = isDomainError(thrown) ? thrown : failed(thrown);
		say({ kind: 'failed', code, details, cause });
	}
}

function say(message: DocumentMessage): void {
	process.send?.(message);
}

/**
 * Lets the server go first where both want one processor. Linux gives each thread a priority of its own:
 * those that are there get it here, and later ones get it from the thread that starts them.
 */
function giveWay(): void {
	try {
		setPriority(GIVES_WAY);
		for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), GIVES_WAY);
	} catch {
		// Without it documents are made all the same.
	}
}

function failed(thrown: unknown): DomainError {
	const error = new DomainError('document_failed');
	error.cause = thrown instanceof Error ? thrown.stack : String(thrown);
	return error;
}
