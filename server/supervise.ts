import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';

/** The exit code of a server that cannot start until somebody changes something, as a wrong setting. */
export const CANNOT_START = 78;

/** What a supervisor tells its server: to stop as it does at SIGTERM, on systems without signals too. */
export const STOP = 'stop';

/** Times of a supervisor, in milliseconds. */
export interface Pauses {
	/** Before the first start anew; each pause in a row is twice as long as the one before. */
	readonly first: number;
	readonly most: number;
	/** A server that ran as long as this had started well: the next pause is the first again. */
	readonly wellAfter: number;
}

const PAUSES: Pauses = { first: 1000, most: 60_000, wellAfter: 5 * 60_000 };

/** A program that is kept running. */
export interface Supervised {
	/** What Node runs, and its arguments. */
	readonly command: readonly string[];
	/** Told in a sentence of each end that was not asked for. */
	readonly say: (sentence: string) => void;
	readonly pauses?: Pauses;
}

/**
 * Keeps a program running in a process of its own: one that dies is started anew after a pause that grows.
 * Resolves with the exit code for this process once the program ended as it should (it was asked to stop, or
 * ended with 0), or cannot start whatever is tried ({@link CANNOT_START}). SIGTERM, SIGINT and SIGHUP ask it
 * to stop, a second one ends it. It ends by itself when this process is gone, since its channel closes.
 */
export async function supervise({ command, say, pauses = PAUSES }: Supervised): Promise<number> {
	let asked = false;
	let ask = (): void => undefined;
	const onSignal = (): void => {
		asked = true;
		ask();
	};
	const isAsked = (): boolean => asked;
	const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
	for (const signal of signals) process.on(signal, onSignal);
	try {
		for (let deaths = 0; ;) {
			const began = performance.now();
			const code = await runOnce(command, (next) => (ask = next));
			if (isAsked() || code === 0 || code === CANNOT_START) return code;
			if (performance.now() - began >= pauses.wellAfter) deaths = 0;
			const pause = Math.min(pauses.first * 2 ** deaths++, pauses.most);
			say(
				`Tachawor ended unexpectedly (exit code ${code}). It is started again in ${pause / 1000} s.`
			);
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, pause);
				ask = () => {
					clearTimeout(timer);
					resolve();
				};
			});
			if (isAsked()) return 0;
		}
	} finally {
		for (const signal of signals) process.off(signal, onSignal);
	}
}

/** Runs it to its end and gives its exit code. `onAsk` gets what asks it to stop, and ends it when called again. */
function runOnce(command: readonly string[], onAsk: (ask: () => void) => void): Promise<number> {
	const child = spawn(process.execPath, command, {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	let asked = false;
	onAsk(() => {
		if (asked || !child.connected) child.kill('SIGKILL');
		else child.send(STOP);
		asked = true;
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code, signal) =>
			resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM'])
		);
	});
}
