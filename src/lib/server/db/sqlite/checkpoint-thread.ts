import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { CheckpointAnswer, CheckpointQuestion } from './checkpoint-worker.ts';

interface Asked {
	readonly resolve: (answer: CheckpointAnswer) => void;
	readonly reject: (error: Error) => void;
}

/**
 * A thread with a handle of its own on one database file. It starts with the database: starting takes as
 * much of the processor as some hundred commits, which nobody should wait for in the midst of a session.
 */
export class CheckpointThread {
	private readonly file: string;
	private worker: Worker | undefined;
	private asked: Asked | undefined;

	constructor(file: string) {
		this.file = file;
		this.worker = this.start();
	}

	/** Resolves when it is done. One question at a time. A thread that failed is made anew by the next. */
	ask(question: CheckpointQuestion): Promise<CheckpointAnswer> {
		const worker = (this.worker ??= this.start());
		return new Promise((resolve, reject) => {
			this.asked = { resolve, reject };
			worker.ref();
			worker.postMessage(question);
		});
	}

	async close(): Promise<void> {
		await this.worker?.terminate();
	}

	private start(): Worker {
		// Found through the package and not beside this module, which lies somewhere else once it is bundled.
		const source = createRequire(import.meta.url).resolve(
			'#lib/server/db/sqlite/checkpoint-worker.ts'
		);
		const worker = new Worker(source, { workerData: this.file });
		worker.on('message', (answer: CheckpointAnswer) => {
			// Between two questions it keeps no process running.
			worker.unref();
			this.asked?.resolve(answer);
		});
		worker.on('error', (error: Error) => this.ended(error));
		worker.on('exit', () => this.ended(new Error('The thread for checkpoints ended.')));
		worker.unref();
		return worker;
	}

	private ended(why: Error): void {
		this.worker = undefined;
		this.asked?.reject(why);
		this.asked = undefined;
	}
}
