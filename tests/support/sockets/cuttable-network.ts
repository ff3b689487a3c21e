import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the server that can be cut, as a hall's wireless network is. */
export interface CuttableNetwork {
	/** Where a phone behind it reaches the server. */
	readonly origin: string;
	/** Ends every connection and lets no new one through. */
	cut(): void;
	restore(): void;
	close(): Promise<void>;
}

/** Opens one in front of the server at `origin`, which has to accept the new origin too. */
export async function openCuttableNetwork(origin: string): Promise<CuttableNetwork> {
	const { hostname, port } = new URL(origin);
	const sockets = new Set<Socket>();
	let through = true;
	const server = createServer((phone) => {
		if (!through) {
			phone.destroy();
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
		through = false;
		for (const socket of sockets) socket.destroy();
	};
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		cut,
		restore() {
			through = true;
		},
		async close() {
			cut();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
