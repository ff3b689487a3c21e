import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { CrowdPlan } from '../load/load-process.ts';
import type { Door } from './prepared-hall.ts';
import type { ProbeQuestion, ProbeSample } from './probe.ts';

export const ROOT = join(import.meta.dirname, '../../..');

/** What stands on the board before people come. */
export interface BoardNeed {
	readonly people: number;
	/** Boards that the people are spread over, as many people on each; 1 when left out. */
	readonly boards?: number;
	/** Notes that are there, by 300 authors; their numbers begin with 0. */
	readonly notes: number;
	/** Highest number of notes in the run. */
	readonly capacity: number;
}

/** A server under test in a process of its own, with a board that people can come to. */
export interface Subject {
	readonly plan: CrowdPlan;
	/** Of the board as it was before anybody came. */
	readonly stateVector: Uint8Array;
	/** Where more people come in; only our own server has one. */
	readonly door?: Door;
	/** Asks the process what it used. */
	ask(question: ProbeQuestion): Promise<ProbeSample>;
	/** Ends it as a power cut does and starts it again on what is on disk. */
	restartAfterKill(): Promise<Subject>;
	stop(): Promise<void>;
}

/** One kind of server. */
export interface SubjectKind {
	/** As it stands in the figures. */
	readonly name: string;
	/** What an acknowledgement promises, or undefined when there is none. */
	readonly promise: 'stored' | 'applied' | undefined;
	start(need: BoardNeed): Promise<Subject>;
}

const PROBE = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;

/** A subject's process: its first line of output says that it is ready. */
export class SubjectProcess {
	private readonly child: ChildProcess;
	private readonly ended: Promise<unknown>;

	private constructor(child: ChildProcess) {
		this.child = child;
		this.ended = once(child, 'exit');
	}

	/** Starts Node on `command`; resolves with the process and its first line. */
	static async start(
		command: readonly string[],
		environment: Readonly<Record<string, string>>
	): Promise<{ running: SubjectProcess; line: string }> {
		const child = spawn(process.execPath, ['--import', PROBE, ...command], {
			cwd: ROOT,
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'pipe', 'inherit', 'ipc']
		});
		const running = new SubjectProcess(child);
		if (!child.stdout) throw new Error('The server has no output to read.');
		const lines = createInterface({ input: child.stdout });
		const [line] = (await Promise.race([
			once(lines, 'line'),
			running.ended.then(() => {
				throw new Error('The server ended before it was ready; its message stands above.');
			})
		])) as [string];
		return { running, line };
	}

	async ask(question: ProbeQuestion): Promise<ProbeSample> {
		const answered = once(this.child, 'message') as Promise<[ProbeSample]>;
		this.child.send(question);
		const ended = this.ended.then(() => {
			throw new Error('The server ended while it was measured.');
		});
		const [sample] = await Promise.race([answered, ended]);
		return sample;
	}

	async end(signal: NodeJS.Signals): Promise<void> {
		if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
		await this.ended;
	}
}

/** A port that nobody uses now, for servers that cannot take one themselves. */
export async function freePort(): Promise<number> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
