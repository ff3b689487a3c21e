import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { CheckpointQuestion } from './checkpoint-worker.ts';

/** A thread with a handle of its own on one database file, made when it is first asked for something. */
export class CheckpointThread {
	private readonly file: string;
	private worker: Worker | undefined;

	constructor(file: string) {
		this.file = file;
	}

	/** Resolves when it is done. One question at a time. A thread that failed is made anew by the next. */
	ask(question: CheckpointQuestion): Promise<void> {
		const worker = (this.worker ??= this.start());
		return new Promise((resolve, reject) => {
			const settle = (then: () => void): void => {
				worker.removeAllListeners();
				then();
			};
			worker.once('message', () => settle(resolve));
			worker.once('error', (error) => {
				this.worker = undefined;
				settle(() => reject(error));
			});
			worker.once('exit', () => settle(() => reject(new Error('The thread ended.'))));
			worker.postMessage(question);
		});
	}

	async close(): Promise<void> {
		await this.worker?.terminate();
		this.worker = undefined;
	}

	private start(): Worker {
		// Found through the package and not beside this module, which lies somewhere else once it is bundled.
		const source = createRequire(import.meta.url).resolve(
			'#lib/server/db/sqlite/checkpoint-worker.ts'
		);
		const worker = new Worker(source, { workerData: this.file });
		worker.unref();
		return worker;
	}
}
