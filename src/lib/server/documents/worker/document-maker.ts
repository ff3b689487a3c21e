import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#lib/domain/errors.ts';
import type { DocumentJob, DocumentMessage } from './document-job.ts';

/** Makes documents in a thread that is kept, one after another in the order in which they are asked for. */
export interface DocumentMaker {
	/**
	 * Makes a document. Throws `document_failed` (its cause says why) and what the subject throws; aborting
	 * `signal` ends the wait for it, or its making, and rejects with the signal's reason.
	 */
	make(job: DocumentJob, signal?: AbortSignal): Promise<Uint8Array>;
	/** Starts the thread ahead of the first document; resolves once it has loaded what it needs, or died. */
	warm(): Promise<void>;
	/** Ends the thread; what was under way is `document_failed`. */
	close(): Promise<void>;
}

/** A job that waits, or is under way. */
interface Asked {
	readonly job: DocumentJob;
	readonly settle: (outcome: Outcome) => void;
}
type Outcome = { readonly bytes: Uint8Array } | { readonly error: Error };

/** A thread, and what tells that it has loaded what it needs. */
interface Thread {
	readonly worker: Worker;
	readonly warm: Promise<void>;
}

/**
 * A maker of documents. Its thread is started by the first job, or ahead by `warm`; making takes long
 * computing in which no live room would be answered, and loading and compiling what makes it half a second,
 * so the thread stays. A document whose asker went away is not stopped where it stands, which no library
 * here can: the thread is ended and a new one warms up. So it is with one that dies. It keeps no process
 * from ending. `file` is its code.
 */
export function documentMaker(file: string | URL = workerFile()): DocumentMaker {
	const waiting: Asked[] = [];
	let current: Asked | undefined;
	let thread: Thread | undefined;
	let closed = false;

	function start(): Thread {
		const worker = new Worker(file);
		worker.unref();
		const warm = new Promise<void>((resolve) => {
			worker.on('message', (message: DocumentMessage) => {
				if (message.kind === 'warm') resolve();
				else finish(outcomeOf(message));
			});
			const die = (cause: unknown): void => {
				resolve();
				if (thread?.worker !== worker) return;
				thread = undefined;
				// Whoever comes next gets a thread of their own: a document that kills one kills no other.
				finish({ error: failure({ cause }) });
			};
			worker.on('error', die);
			worker.on('exit', (code) => die(`exit ${code}`));
		});
		return { worker, warm };
	}

	function finish(outcome: Outcome): void {
		const done = current;
		current = undefined;
		done?.settle(outcome);
		next();
	}

	function next(): void {
		if (current || closed) return;
		current = waiting.shift();
		if (!current) {
			thread?.worker.unref();
			return;
		}
		thread ??= start();
		// While somebody waits the process does.
		thread.worker.ref();
		try {
			thread.worker.postMessage(current.job);
		} catch (cause) {
			finish({ error: failure({ cause }) });
		}
	}

	/** Ends the thread that makes `asked`, or takes it out of those that wait. */
	function giveUp(asked: Asked, error: Error): void {
		const place = waiting.indexOf(asked);
		if (place >= 0) waiting.splice(place, 1);
		asked.settle({ error });
		if (current !== asked) return;
		current = undefined;
		const old = thread;
		thread = undefined;
		void old?.worker.terminate();
		if (!closed) thread = start();
		next();
	}

	return {
		async make(job, signal) {
			signal?.throwIfAborted();
			if (closed) throw failure({ cause: 'closed' });
			return new Promise<Uint8Array>((resolve, reject) => {
				const abort = (): void => giveUp(asked, reasonOf(signal));
				const asked: Asked = {
					job,
					settle(outcome) {
						signal?.removeEventListener('abort', abort);
						if ('bytes' in outcome) resolve(outcome.bytes);
						else reject(outcome.error);
					}
				};
				signal?.addEventListener('abort', abort);
				waiting.push(asked);
				next();
			});
		},
		async warm() {
			if (closed) return;
			thread ??= start();
			await thread.warm;
		},
		async close() {
			closed = true;
			const left = [...(current ? [current] : []), ...waiting.splice(0)];
			current = undefined;
			for (const { settle } of left) settle({ error: failure({ cause: 'closed' }) });
			const old = thread;
			thread = undefined;
			await old?.worker.terminate();
		}
	};
}

/**
 * The worker's source, found through the package and not beside this module, which lies somewhere else
 * once it is bundled. Node runs it as it is.
 */
function workerFile(): string {
	return createRequire(import.meta.url).resolve('#lib/server/documents/worker/document-worker.ts');
}

function outcomeOf(message: Exclude<DocumentMessage, { kind: 'warm' }>): Outcome {
	return message.kind === 'made' ? { bytes: message.bytes } : { error: failure(message) };
}

function failure({
	code = 'document_failed',
	details,
	cause
}: Partial<Pick<DomainError, 'code' | 'details'>> & { readonly cause: unknown }): DomainError {
	const error = new DomainError(code, details);
	error.cause = cause;
	return error;
}

function reasonOf(signal: AbortSignal | undefined): Error {
	const reason: unknown = signal?.reason;
	return reason instanceof Error ? reason : new Error('aborted');
}
