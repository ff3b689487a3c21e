import type { CheckpointAnswer, CheckpointQuestion } from './checkpoint-worker.ts';
import type { Turn } from './turn.ts';

/**
 * Bytes by which the log grows before it is copied into the database. A copy competes with the syncs of
 * those who write, so it should be rare; a log of this size is read in a fraction of a second at a start.
 */
const EVERY = 32 * 1024 * 1024;

/** Bytes of a commit beside its values: the pages that it changes are written whole. */
const COMMIT = 16 * 1024;

/** How often erasing is tried while others read, and how long it waits in between, in milliseconds. */
const ERASING = { tries: 50, pause: 100 };

/** Who copies the log into the database, in another thread. */
export interface Copier {
	ask(question: CheckpointQuestion): Promise<CheckpointAnswer>;
	close(): Promise<void>;
}

/**
 * Has SQLite's write-ahead log copied into the database from time to time, in another thread: the most of
 * it beside whoever writes, the rest in a turn of its own, after which the log starts from its beginning.
 */
export class Checkpoints {
	private readonly copier: Copier;
	private readonly turn: Turn;
	private readonly report: (error: unknown) => void;
	private grown = 0;
	private running: Promise<void> | undefined;

	/** `turn` is what writers take; `report` is told why a copy failed, by which nothing is lost. */
	constructor(copier: Copier, turn: Turn, report: (error: unknown) => void) {
		this.copier = copier;
		this.turn = turn;
		this.report = report;
	}

	/** Something was committed; `bytes` of values. */
	grow(bytes: number): void {
		this.grown += bytes + COMMIT;
		if (this.grown < EVERY || this.running) return;
		void this.run(() => this.copy());
	}

	/**
	 * Resolves when nothing stands in the log any more, and so nothing of what was deleted before the call.
	 * What hinders it is reported; the next start of the server does it then.
	 */
	async erase(): Promise<void> {
		await this.running;
		await this.run(async () => {
			await this.copier.ask('beside');
			for (let tries = 0; await this.inTurn('erase'); tries++) {
				if (tries >= ERASING.tries)
					throw new Error('What was deleted could not be erased: it is read.');
				await new Promise((resolve) => setTimeout(resolve, ERASING.pause));
			}
		});
	}

	/** Waits for a copy that is under way. */
	async close(): Promise<void> {
		await this.running;
		await this.copier.close();
	}

	private run(work: () => Promise<void>): Promise<void> {
		this.grown = 0;
		this.running = work()
			.catch(this.report)
			.finally(() => (this.running = undefined));
		return this.running;
	}

	private async copy(): Promise<void> {
		await this.copier.ask('beside');
		await this.inTurn('alone');
	}

	/** Asks while nobody writes. True when somebody read, so that it was not done. */
	private async inTurn(question: CheckpointQuestion): Promise<boolean> {
		await this.turn.take();
		try {
			return (await this.copier.ask(question)).busy;
		} finally {
			this.turn.leave();
		}
	}
}
