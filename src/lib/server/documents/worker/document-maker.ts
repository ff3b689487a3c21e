import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { DomainError } from '#lib/domain/errors.ts';
import type { DocumentJob, DocumentMessage } from './document-job.ts';

/** Makes documents in a process that is kept, one after another in the order in which they are asked for. */
export interface DocumentMaker {
	/**
	 * Makes a document. Throws `document_failed` (its cause says why) and what the subject throws; aborting
	 * `signal` ends the wait for it, or its making, and rejects with the signal's reason.
	 */
	make(job: DocumentJob, signal?: AbortSignal): Promise<Uint8Array>;
	/** Starts the process ahead of the first document; resolves once it has loaded what it needs, or died. */
	warm(): Promise<void>;
	/** Ends the process; what was under way is `document_failed`. */
	close(): Promise<void>;
}

/** A job that waits, or is under way. */
interface Asked {
	readonly job: DocumentJob;
	readonly settle: (outcome: Outcome) => void;
}
type Outcome = { readonly bytes: Uint8Array } | { readonly error: Error };

/** A process, and what tells that it has loaded what it needs. */
interface Running {
	readonly child: ChildProcess;
	readonly warm: Promise<void>;
	readonly ended: Promise<void>;
}

/**
 * A maker of documents. Making takes long computing, in which no live room would be answered, and libraries
 * that may take their process with them; so it is done in a process of its own, which gives way to the
 * server with all its threads. It is started by the first job, or ahead by `warm`, and stays, since loading
 * and compiling what makes documents takes a second. No library here can be stopped where it stands: when
 * the asker of a document goes away the process is killed and a new one warms up. So it is with one that
 * dies. It keeps the server's process from ending only while a document is made. `file` is its code.
 */
export function documentMaker(file: string | URL = workerFile()): DocumentMaker {
	const waiting: Asked[] = [];
	let current: Asked | undefined;
	let running: Running | undefined;
	let closed = false;

	function start(): Running {
		const child = fork(file, {
			// Threads that collect its garbage count as much as its own where a hall wants the processors.
			execArgv: ['--v8-pool-size=1'],
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'inherit', 'ipc']
		});
		keepServer(child, false);
		const ended = new Promise<void>((resolve) => {
			const die = (cause: unknown): void => {
				resolve();
				if (running?.child !== child) return;
				running = undefined;
				// Whoever comes next gets a process of their own: a document that kills one kills no other.
				finish({ error: failure({ cause }) });
			};
			child.on('error', die);
			child.on('exit', (code, signal) => die(`exit ${signal ?? code}`));
		});
		const warm = new Promise<void>((resolve) => {
			child.on('message', (message: DocumentMessage) => {
				if (message.kind === 'warm') resolve();
				else if (running?.child === child) finish(outcomeOf(message));
			});
			void ended.then(resolve);
		});
		return { child, warm, ended };
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
			if (running) keepServer(running.child, false);
			return;
		}
		running ??= start();
		keepServer(running.child, true);
		try {
			running.child.send(current.job);
		} catch (cause) {
			finish({ error: failure({ cause }) });
		}
	}

	/** Ends the process that makes `asked`, or takes it out of those that wait. */
	function giveUp(asked: Asked, error: Error): void {
		const place = waiting.indexOf(asked);
		if (place >= 0) waiting.splice(place, 1);
		asked.settle({ error });
		if (current !== asked) return;
		current = undefined;
		const old = running;
		running = undefined;
		old?.child.kill('SIGKILL');
		if (!closed) running = start();
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
			running ??= start();
			await running.warm;
		},
		async close() {
			closed = true;
			const left = [...(current ? [current] : []), ...waiting.splice(0)];
			current = undefined;
			for (const { settle } of left) settle({ error: failure({ cause: 'closed' }) });
			const old = running;
			running = undefined;
			if (!old) return;
			keepServer(old.child, true);
			old.child.kill('SIGKILL');
			await old.ended;
		}
	};
}

/** Whether this process goes on as long as that one does. */
function keepServer(child: ChildProcess, keeps: boolean): void {
	for (const handle of [child, child.channel]) {
		if (keeps) handle?.ref();
		else handle?.unref();
	}
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
