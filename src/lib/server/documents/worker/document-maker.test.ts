import { afterEach, describe, expect, test } from 'vitest';
import { examplePlanDocument } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readPdf } from '../../../../../tests/support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../../../../../tests/support/files/read-zip.ts';
import type { DocumentJob } from './document-job.ts';
import { documentMaker, type DocumentMaker } from './document-maker.ts';

let maker: DocumentMaker;
afterEach(() => maker.close());

/** A job of the example's plan. */
function planJob(format: 'docx' | 'pdf' | 'xlsx'): DocumentJob {
	return { subject: 'plan', format, locale: 'fr', matter: examplePlanDocument() };
}

/** A thread that answers each job by its format: `echo` names it, `die` ends, `wait` never answers. */
const THREAD = new URL(
	`data:text/javascript,${encodeURIComponent(`
		import { parentPort, threadId } from 'node:worker_threads';
		const say = (text) => parentPort.postMessage({ kind: 'made', bytes: new TextEncoder().encode(text) });
		parentPort.postMessage({ kind: 'warm' });
		parentPort.on('message', ({ format }) => {
			if (format === 'die') process.exit(3);
			if (format === 'refuse') parentPort.postMessage(
				{ kind: 'failed', code: 'plan_empty', details: { count: 3 }, cause: undefined });
			else if (format !== 'wait') say(format + ' ' + threadId);
		});`)}`
);
const ask = (format: string): DocumentJob =>
	({ subject: 'plan', format, locale: 'ar', matter: {} }) as unknown as DocumentJob;
const told = async (made: Promise<Uint8Array>): Promise<string[]> =>
	new TextDecoder().decode(await made).split(' ');

describe('the thread that makes documents', () => {
	test('[DX10] each format arrives as its writer made it, from one warm thread', async () => {
		maker = documentMaker();
		await maker.warm();
		const [docx, pdf, xlsx] = await Promise.all(
			(['docx', 'pdf', 'xlsx'] as const).map((format) => maker.make(planJob(format)))
		);
		expect(wordTextOf(readZip(docx!).get('word/document.xml') ?? '')).toContain('mardi 15 avril');
		expect(readPdf(pdf!).language).toBe('fr-MA');
		expect(readZip(xlsx!).has('xl/worksheets/sheet5.xml')).toBe(true);
	}, 60_000);

	test('[DX10] a writer that fails is told as document_failed with its cause', async () => {
		maker = documentMaker();
		await expect(maker.make({ ...planJob('docx'), matter: {} })).rejects.toMatchObject({
			code: 'document_failed',
			cause: expect.stringContaining('TypeError') as string
		});
	}, 30_000);

	test('[DX10] one thread makes all of them in turn, and goes on after a refusal', async () => {
		maker = documentMaker(THREAD);
		const [first, refused, last] = ['a', 'refuse', 'b'].map((format) => maker.make(ask(format)));
		await expect(refused).rejects.toMatchObject({
			name: 'DomainError',
			code: 'plan_empty',
			details: { count: 3 }
		});
		const [[one, thread], [two, same]] = await Promise.all([told(first!), told(last!)]);
		expect([one, two]).toEqual(['a', 'b']);
		expect(same).toBe(thread);
	});

	test('[DX10] a thread that dies fails its document alone; the next one has another thread', async () => {
		maker = documentMaker(THREAD);
		const dying = maker.make(ask('die'));
		const after = maker.make(ask('after'));
		await expect(dying).rejects.toMatchObject({ code: 'document_failed', cause: 'exit 3' });
		expect((await told(after))[0]).toBe('after');
	});

	test('[DX10] whoever goes away ends what is made for them, or leaves their place', async () => {
		maker = documentMaker(THREAD);
		const [before] = [(await told(maker.make(ask('x'))))[1]];
		const leaving = new AbortController();
		const left = maker.make(ask('wait'), leaving.signal);
		const waited = maker.make(ask('y'), leaving.signal);
		const stayed = maker.make(ask('z'));
		leaving.abort(new Error('gone'));
		await expect(left).rejects.toThrow('gone');
		await expect(waited).rejects.toThrow('gone');
		const [name, thread] = await told(stayed);
		expect(name).toBe('z');
		expect(thread).not.toBe(before);
		await expect(maker.make(ask('late'), leaving.signal)).rejects.toThrow('gone');
	});

	test('[DX10] closing ends what is under way, and nothing is made afterwards', async () => {
		maker = documentMaker(THREAD);
		const [running, waiting] = [maker.make(ask('wait')), maker.make(ask('x'))];
		const failed = Promise.allSettled([running, waiting]);
		await maker.close();
		expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await expect(maker.make(ask('x'))).rejects.toMatchObject({ code: 'document_failed' });
	});

	test('[DX10] a thread whose code does not load fails what is asked of it', async () => {
		maker = documentMaker(new URL('data:text/javascript,='));
		await maker.warm();
		await expect(maker.make(ask('x'))).rejects.toMatchObject({ code: 'document_failed' });
	});
});
