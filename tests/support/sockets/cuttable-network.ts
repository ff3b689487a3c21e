import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the server that can be cut, as a hall's wireless network is. */
export interface CuttableNetwork {
	/** Where a phone behind it reaches the server. */
	readonly origin: string;
	/** Ends every connection and lets no new one through. */
	cut(): void;
	/** Lets connections stand and come, and takes what is sent on them for good: nobody is told that it is lost. */
	swallow(): void;
	/** Connections that came while it swallowed, and hang. */
	readonly hanging: number;
	/** Lets new connections through; those that were swallowed stay so. */
	restore(): void;
	close(): Promise<void>;
}

/** Reads what comes and hands it to nobody. */
function take(socket: Socket): void {
	socket.unpipe();
	socket.on('error', () => undefined);
	socket.resume();
}

/** Opens one in front of the server at `origin`, which has to accept the new origin too. */
export async function openCuttableNetwork(origin: string): Promise<CuttableNetwork> {
	const { hostname, port } = new URL(origin);
	const sockets = new Set<Socket>();
	let through: 'cut' | 'swallowed' | 'open' = 'open';
	let hanging = 0;
	const server = createServer((phone) => {
		if (through === 'cut') {
			phone.destroy();
			return;
		}
		if (through === 'swallowed') {
			hanging++;
			sockets.add(phone);
			phone.on('close', () => sockets.delete(phone));
			take(phone);
			return;
		}
		const upstream = connect(Number(port), hostname);
		for (const [from, to] of [
			[phone, upstream],
			[upstream, phone]
		] as const) {
			sockets.add(from);
			from.on('error', () => to.destroy());
			from.on('close', () => {
				sockets.delete(from);
				to.destroy();
			});
			from.pipe(to);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const cut = (): void => {
		through = 'cut';
		for (const socket of sockets) socket.destroy();
	};
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		cut,
		get hanging() {
			return hanging;
		},
		swallow() {
			through = 'swallowed';
			for (const socket of sockets) take(socket);
		},
		restore() {
			through = 'open';
		},
		async close() {
			cut();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
