import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

interface Asked<Answer> {
	readonly resolve: (answer: Answer) => void;
	readonly reject: (error: Error) => void;
}

/**
 * A thread that is asked one question at a time. `source` is its code, named as `#lib/…` is imported: it is
 * found through the package and not beside a module that lies somewhere else once it is bundled. `given` is
 * what it reads from its `workerData`. Between two questions it keeps no process running.
 */
export class AskedThread<Question, Answer> {
	private readonly source: string;
	private readonly given: unknown;
	private worker: Worker | undefined;
	private asked: Asked<Answer> | undefined;

	constructor(source: string, given?: unknown) {
		this.source = createRequire(import.meta.url).resolve(source);
		this.given = given;
	}

	/** Starts it ahead of the first question, where nobody should wait for that. */
	start(): void {
		this.worker ??= this.startedWorker();
	}

	/** Rejects when the thread ends before it answers; the next question has another one. */
	ask(question: Question): Promise<Answer> {
		const worker = (this.worker ??= this.startedWorker());
		return new Promise((resolve, reject) => {
			this.asked = { resolve, reject };
			worker.ref();
			worker.postMessage(question);
		});
	}

	async close(): Promise<void> {
		await this.worker?.terminate();
	}

	private startedWorker(): Worker {
		const worker = new Worker(this.source, { workerData: this.given });
		worker.on('message', (answer: Answer) => {
			worker.unref();
			this.asked?.resolve(answer);
		});
		worker.on('error', (error: Error) => this.ended(worker, error));
		worker.on('exit', () => this.ended(worker, new Error(`The thread of ${this.source} ended.`)));
		worker.unref();
		return worker;
	}

	/** One that failed tells its end as well, when the next one may have been asked already. */
	private ended(worker: Worker, why: Error): void {
		if (this.worker !== worker) return;
		this.worker = undefined;
		this.asked?.reject(why);
		this.asked = undefined;
	}
}
