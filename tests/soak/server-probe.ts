import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { WebSocket } from 'ws';

/** What the server's process was found to be at one moment. Bytes, milliseconds, and counts. */
export interface Reading {
	/** Seconds since the run began. */
	readonly at: number;
	/** Resident memory, and the heap in use, as they were. */
	readonly rss: number;
	readonly heap: number;
	/** Heap and buffers outside of it that a full garbage collection left. */
	readonly retained: number;
	/** Event-loop delay since the reading before, without what the collection cost. */
	readonly delayP99: number;
	readonly delayMax: number;
	readonly sockets: number;
	readonly rooms: number;
	/** Seconds of processor time since the process began. */
	readonly cpu: number;
}

interface MemoryUsage {
	readonly rss: number;
	readonly heapUsed: number;
	readonly external: number;
}

/** Reads a running server from outside: its metrics page, and its memory through Node's inspector. */
export interface ServerProbe {
	read(at: number): Promise<Reading>;
	close(): void;
}

/** The server has to run with `--inspect=127.0.0.1:<inspectPort>`. */
export async function openServerProbe(origin: string, inspectPort: number): Promise<ServerProbe> {
	const listed = await fetch(`http://127.0.0.1:${inspectPort}/json/list`);
	const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[];
	if (!target) throw new Error('The server has no inspector.');
	const socket = new WebSocket(target.webSocketDebuggerUrl);
	await once(socket, 'open');
	let asked = 0;

	function ask(method: string, params: object = {}): Promise<{ result?: { value?: unknown } }> {
		const id = ++asked;
		return new Promise((resolve) => {
			const hear = (data: Buffer): void => {
				const answer = JSON.parse(data.toString()) as { id?: number; result: object };
				if (answer.id !== id) return;
				socket.off('message', hear);
				resolve(answer.result);
			};
			socket.on('message', hear);
			socket.send(JSON.stringify({ id, method, params }));
		});
	}

	async function memory(): Promise<MemoryUsage> {
		const expression = 'JSON.stringify(process.memoryUsage())';
		const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
		return JSON.parse(String(result?.value)) as MemoryUsage;
	}

	async function metrics(): Promise<(name: string) => number> {
		const text = await getText(`${origin}/metrics`);
		return (name) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
	}

	// A reading of the metrics begins the delay's histogram anew.
	await metrics();
	return {
		async read(at) {
			const metric = await metrics();
			const before = await memory();
			await ask('HeapProfiler.collectGarbage');
			const after = await memory();
			await metrics();
			return {
				at,
				rss: before.rss,
				heap: before.heapUsed,
				retained: after.heapUsed + after.external,
				delayP99: metric('nodejs_eventloop_lag_p99_seconds') * 1000,
				delayMax: metric('nodejs_eventloop_lag_max_seconds') * 1000,
				sockets: metric('tachawor_sockets'),
				rooms: metric('tachawor_rooms'),
				cpu: metric('process_cpu_seconds_total')
			};
		},
		close: () => socket.terminate()
	};
}

/** On a connection of its own: one that is kept may end while this process is too busy to notice. */
async function getText(url: string): Promise<string> {
	const [response] = (await once(get(url, { agent: false }), 'response')) as [IncomingMessage];
	return readText(response);
}
