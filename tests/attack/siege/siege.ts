import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SiegeAnswers, SiegeForce } from './siege-force.ts';
import type { SiegeCommand } from './siege-process.ts';

/** Strangers who send a server what costs it most, from a process of their own, until `end`. */
export interface Siege {
	/** Stops sending and tells what came back. */
	end(): Promise<SiegeAnswers>;
}

/** Begins to send `force` at the server of `origin`. */
export async function laySiege(origin: string, force: SiegeForce): Promise<Siege> {
	const child = fork(join(import.meta.dirname, 'siege-process.ts'), [], {
		serialization: 'advanced'
	});
	await perform(child, { do: 'begin', origin, force });
	return {
		async end() {
			const answers = await perform(child, { do: 'end' });
			const ended = once(child, 'exit');
			child.disconnect();
			await ended;
			return answers;
		}
	};
}

async function perform(child: ChildProcess, command: SiegeCommand): Promise<SiegeAnswers> {
	const answered = once(child, 'message') as Promise<[SiegeAnswers]>;
	child.send(command);
	const [answers] = await answered;
	return answers;
}
