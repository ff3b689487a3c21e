import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { examplePlanDocument } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readPdf } from '../../../../../tests/support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../../../../../tests/support/files/read-zip.ts';
import { givesWay, threadsOf } from '../../../../../tests/support/threads.ts';
import { until } from '../../../../../tests/support/until.ts';
import type { DocumentJob } from './document-job.ts';
import { documentMaker, type DocumentMaker } from './document-maker.ts';

let maker: DocumentMaker;
afterEach(() => maker.close());

/** A job of the example's plan. */
function planJob(format: 'docx' | 'pdf' | 'xlsx'): DocumentJob {
	return { subject: 'plan', format, locale: 'fr', matter: examplePlanDocument() };
}

/** Answers each job by its format: `die` ends, `refuse` fails, `wait` never answers, others are told their name. */
const ANSWERING = new URL(
	'../../../../../tests/support/documents/answering-worker.ts',
	import.meta.url
);
const ask = (format: string): DocumentJob =>
	({ subject: 'plan', format, locale: 'ar', matter: {} }) as unknown as DocumentJob;
const told = async (made: Promise<Uint8Array>): Promise<string[]> =>
	new TextDecoder().decode(await made).split(' ');

describe('the process that makes documents', () => {
	test('[DX10] each format arrives as its writer made it, from one warm process, which gives way', async () => {
		maker = documentMaker();
		await maker.warm();
		const [docx, pdf, xlsx] = await Promise.all(
			(['docx', 'pdf', 'xlsx'] as const).map((format) => maker.make(planJob(format)))
		);
		expect(wordTextOf(readZip(docx!).get('word/document.xml') ?? '')).toContain('mardi 15 avril');
		expect(readPdf(pdf!).language).toBe('fr-MA');
		expect(readZip(xlsx!).has('xl/worksheets/sheet5.xml')).toBe(true);
		if (process.platform === 'linux')
			expect(makersOf(process.pid).flatMap(threadsOf).every(givesWay)).toBe(true);
	}, 60_000);

	test('[DX10] a writer that fails is told as document_failed with its cause', async () => {
		maker = documentMaker();
		await expect(maker.make({ ...planJob('docx'), matter: {} })).rejects.toMatchObject({
			code: 'document_failed',
			cause: expect.stringContaining('TypeError') as string
		});
	}, 30_000);

	test('[DX10] one process makes all of them in turn, and goes on after a refusal', async () => {
		maker = documentMaker(ANSWERING);
		const [first, refused, last] = ['a', 'refuse', 'b'].map((format) => maker.make(ask(format)));
		await expect(refused).rejects.toMatchObject({
			name: 'DomainError',
			code: 'plan_empty',
			details: { count: 3 }
		});
		const [[one, id], [two, same]] = await Promise.all([told(first!), told(last!)]);
		expect([one, two]).toEqual(['a', 'b']);
		expect(same).toBe(id);
	});

	test('[DX10] a process that dies fails its document alone; the next one has another', async () => {
		maker = documentMaker(ANSWERING);
		const dying = maker.make(ask('die'));
		const after = maker.make(ask('after'));
		await expect(dying).rejects.toMatchObject({ code: 'document_failed', cause: 'exit 3' });
		expect((await told(after))[0]).toBe('after');
	});

	test('[DX10] whoever goes away ends what is made for them, or leaves their place', async () => {
		maker = documentMaker(ANSWERING);
		const [before] = [(await told(maker.make(ask('x'))))[1]];
		const leaving = new AbortController();
		const left = maker.make(ask('wait'), leaving.signal);
		const waited = maker.make(ask('y'), leaving.signal);
		const stayed = maker.make(ask('z'));
		leaving.abort(new Error('gone'));
		await expect(left).rejects.toThrow('gone');
		await expect(waited).rejects.toThrow('gone');
		const [name, id] = await told(stayed);
		expect(name).toBe('z');
		expect(id).not.toBe(before);
		await until('the process is gone', () => !isThere(Number(before)));
		await expect(maker.make(ask('late'), leaving.signal)).rejects.toThrow('gone');
	});

	test('[DX10] closing ends what is under way, and nothing is made afterwards', async () => {
		maker = documentMaker(ANSWERING);
		const [running, waiting] = [maker.make(ask('wait')), maker.make(ask('x'))];
		const failed = Promise.allSettled([running, waiting]);
		await maker.close();
		expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await expect(maker.make(ask('x'))).rejects.toMatchObject({ code: 'document_failed' });
	});

	test('[DX10] a process whose code does not load fails what is asked of it', async () => {
		maker = documentMaker('/nowhere/document-worker.ts');
		await maker.warm();
		await expect(maker.make(ask('x'))).rejects.toMatchObject({ code: 'document_failed' });
	});

	test('[DX10] it goes on when a terminal ends its group, and ends with the server', async () => {
		const child = fork(WORKER, { execArgv: [], serialization: 'advanced' });
		const ended = once(child, 'exit');
		await once(child, 'message');
		child.kill('SIGINT');
		child.kill('SIGTERM');
		child.send(planJob('xlsx'));
		expect(await once(child, 'message')).toMatchObject([{ kind: 'made' }, undefined]);
		child.disconnect();
		expect(await ended).toEqual([0, null]);
	}, 60_000);
});

const WORKER = new URL('./document-worker.ts', import.meta.url);

function isThere(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** The processes that make documents and that this one started. */
function makersOf(pid: number): number[] {
	return threadsOf(pid)
		.flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '))
		.filter(
			(child) => child && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('document-worker')
		)
		.map(Number);
}
