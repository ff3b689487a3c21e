import { DomainError, isDomainError } from '#lib/domain/errors.ts';
import { giveWay } from '#lib/server/threads/give-way.ts';
import type { DocumentJob, DocumentMessage } from './document-job.ts';

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

function failed(thrown: unknown): DomainError {
	const error = new DomainError('document_failed');
	error.cause = thrown instanceof Error ? thrown.stack : String(thrown);
	return error;
}
