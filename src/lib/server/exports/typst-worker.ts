import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#lib/domain/errors.ts';

/** What a compilation needs. Everything is copied to the worker. */
export interface TypstJob {
	readonly template: string;
	/** Texts that the template reads from `sys.inputs`. */
	readonly inputs: Readonly<Record<string, string>>;
	/** Pictures by the path under which the template names them. */
	readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
	/** TrueType files. */
	readonly fonts: readonly Uint8Array[];
}

/**
 * The worker's own code. The compiler is synchronous and would hold up every room, so it runs in a
 * thread. It is given as a text, not as a file, because a bundled server has no such file beside it.
 */
const WORKER_CODE = `
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require(workerData.compiler);
const { template, inputs, files, fonts } = workerData.job;
const compiler = NodeCompiler.create({
	workspace: workerData.workspace,
	fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }]
});
for (const file of files) compiler.mapShadow(workerData.workspace + file.path, Buffer.from(file.bytes));
const compiled = compiler.compile({ mainFileContent: template, inputs });
if (compiled.hasError() || !compiled.result) {
	const error = compiled.takeError();
	parentPort.postMessage({ problems: error ? error.shortDiagnostics : [] });
} else {
	const pdf = compiler.pdf(compiled.result, { pdfStandard: workerData.standard });
	parentPort.postMessage({ pdf: new Uint8Array(pdf) });
}
`;

/** A folder that is nobody's: the template reads shadow files only. */
const WORKSPACE = '/tachawor-document';

type Answer = { readonly pdf: Uint8Array } | { readonly problems: readonly unknown[] };

/**
 * Compiles to an accessible PDF (PDF/UA-1) in a thread of its own. Aborting `signal` ends the thread and
 * rejects with the signal's reason. Throws `document_failed` (its cause says why) when it does not compile.
 */
export function compileTypst(job: TypstJob, signal?: AbortSignal): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(reasonOf(signal));
			return;
		}
		const { resolve: find } = createRequire(import.meta.url);
		const worker = new Worker(WORKER_CODE, {
			eval: true,
			workerData: {
				job,
				compiler: find('@myriaddreamin/typst-ts-node-compiler'),
				workspace: WORKSPACE,
				standard: 'ua-1'
			}
		});
		const abort = (): void => finish(() => reject(reasonOf(signal)));
		const finish = (settle: () => void): void => {
			signal?.removeEventListener('abort', abort);
			worker.removeAllListeners();
			// A thread that ends while it answers may still report an error that nobody waits for.
			worker.on('error', () => undefined);
			void worker.terminate();
			settle();
		};
		signal?.addEventListener('abort', abort);
		worker.on('message', (answer: Answer) =>
			finish(() => ('pdf' in answer ? resolve(answer.pdf) : reject(failure(answer.problems))))
		);
		worker.on('error', (error) => finish(() => reject(failure(error))));
		worker.on('exit', (code) => finish(() => reject(failure(`exit ${code}`))));
	});
}

function failure(cause: unknown): DomainError {
	const error = new DomainError('document_failed');
	error.cause = cause;
	return error;
}

function reasonOf(signal: AbortSignal | undefined): Error {
	const reason: unknown = signal?.reason;
	return reason instanceof Error ? reason : new Error('aborted');
}
