import type { DocumentJob, DocumentMessage } from '#lib/server/documents/worker/document-job.ts';

/**
 * Stands in for the process that makes documents. A job's format says what it does: `die` ends, `refuse`
 * fails, `wait` never answers, any other is answered by its name and the number of the process.
 */
const say = (message: DocumentMessage): void => void process.send?.(message);

say({ kind: 'warm' });
process.on('message', ({ format }: Omit<DocumentJob, 'format'> & { readonly format: string }) => {
	if (format === 'die') process.exit(3);
	if (format === 'refuse')
		say({ kind: 'failed', code: 'plan_empty', details: { count: 3 }, cause: undefined });
	else if (format !== 'wait')
		say({ kind: 'made', bytes: new TextEncoder().encode(`${format} ${process.pid}`) });
});
