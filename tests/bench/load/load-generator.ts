import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Entered, Entrance, Writing, Written } from './crowd.ts';
import type { CrowdPlan, LoadCommand } from './load-process.ts';

/** The load generator as the bench sees it: a process of its own, beside the server that it loads. */
export class LoadGenerator {
	private readonly child: ChildProcess;
	private readonly ended: Promise<unknown>;

	private constructor(child: ChildProcess) {
		this.child = child;
		this.ended = once(child, 'exit');
	}

	static async start(plan: CrowdPlan): Promise<LoadGenerator> {
		const child = fork(join(import.meta.dirname, 'load-process.ts'), [], {
			serialization: 'advanced',
			// Few collections, so that what is timed is the server.
			execArgv: ['--max-semi-space-size=64']
		});
		const generator = new LoadGenerator(child);
		await generator.perform({ do: 'gather', plan });
		return generator;
	}

	enter(entrance: Entrance): Promise<Entered> {
		return this.perform({ do: 'enter', entrance });
	}

	write(writing: Writing): Promise<Written> {
		return this.perform({ do: 'write', writing });
	}

	leave(): Promise<void> {
		return this.perform({ do: 'leave' });
	}

	/** The numbers, among `numbers`, of the notes that a person has. */
	held(person: number, numbers: readonly number[]): Promise<number[]> {
		return this.perform({ do: 'held', person, numbers });
	}

	/** Why sockets were lost, and how often. */
	lost(): Promise<[string, number][]> {
		return this.perform({ do: 'lost' });
	}

	async stop(): Promise<void> {
		this.child.disconnect();
		await this.ended;
	}

	private async perform<Outcome>(command: LoadCommand): Promise<Outcome> {
		const answered = once(this.child, 'message') as Promise<[{ outcome: Outcome; error?: string }]>;
		this.child.send(command);
		const [{ outcome, error }] = await Promise.race([
			answered,
			this.ended.then(() => {
				throw new Error('The load generator ended.');
			})
		]);
		if (error !== undefined) throw new Error(error);
		return outcome;
	}
}
