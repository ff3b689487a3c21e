import { describe, expect, test } from 'vitest';
import { examplePlanDocument } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readPdf } from '../../../../../tests/support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../../../../../tests/support/files/read-zip.ts';
import { answerOf, makeDocument } from './document-thread.ts';
import type { PlanDocument } from '../plan/plan-document.ts';

/** A thread with this code. */
const thread = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** The longest time in milliseconds that this thread could do nothing else while `making` went on. */
async function longestWait(making: Promise<unknown>): Promise<number> {
	let longest = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	}, 5);
	await making.finally(() => clearInterval(timer));
	return longest;
}

describe('documents made in a thread', () => {
	const document = examplePlanDocument();

	test('[DX10] each format arrives as its writer made it', async () => {
		const make = (format: 'docx' | 'pdf' | 'xlsx') =>
			makeDocument({ format, document, locale: 'fr' });
		const [docx, pdf, xlsx] = await Promise.all([make('docx'), make('pdf'), make('xlsx')]);
		expect(wordTextOf(readZip(docx).get('word/document.xml') ?? '')).toContain('mardi 15 avril');
		expect(readPdf(pdf).language).toBe('fr-MA');
		expect(readZip(xlsx).has('xl/worksheets/sheet5.xml')).toBe(true);
	}, 60_000);

	test('[DX10] the server goes on answering while a Word document is made', async () => {
		const start = performance.now();
		const waited = await longestWait(makeDocument({ format: 'docx', document, locale: 'ar' }));
		expect(waited).toBeLessThan((performance.now() - start) / 3);
	}, 60_000);

	test.each(['docx', 'pdf', 'xlsx'] as const)(
		'[DX10] aborting ends the making of a %s',
		async (format) => {
			const job = { format, document, locale: 'ar' } as const;
			await expect(makeDocument(job, AbortSignal.abort())).rejects.toThrow(/abort/i);
			const later = new AbortController();
			const making = makeDocument(job, later.signal);
			setTimeout(() => later.abort(), 30);
			await expect(making).rejects.toThrow(/abort/i);
		},
		30_000
	);

	test('[DX10] a writer that fails is told as document_failed with its cause', async () => {
		const job = { format: 'docx', document: {} as PlanDocument, locale: 'ar' } as const;
		await expect(makeDocument(job)).rejects.toMatchObject({
			code: 'document_failed',
			cause: expect.stringContaining('TypeError') as string
		});
	}, 30_000);

	test('[DX10] an error comes back with its code and what it names', async () => {
		const code = `import { parentPort } from 'node:worker_threads';
			parentPort.postMessage({ code: 'plan_empty', details: { count: 3 }, cause: undefined });`;
		await expect(answerOf(thread(code), null)).rejects.toMatchObject({
			name: 'DomainError',
			code: 'plan_empty',
			details: { count: 3 }
		});
	});

	test.each([
		['ends', 'process.exit(3)'],
		['fails', 'throw new Error("no")'],
		['does not parse', '=']
	])('[DX10] a thread that %s without an answer is document_failed', async (_how, code) => {
		await expect(answerOf(thread(code), null)).rejects.toMatchObject({ code: 'document_failed' });
	});
});
