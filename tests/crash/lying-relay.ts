import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { encodeSaved, isCountedFrame } from '#lib/realtime/frame.ts';

/** What stands between the clients and the server, and says of everything at once that it is saved. */
export interface LyingRelay {
	/** `ws://127.0.0.1:<port>/sync` */
	readonly syncUrl: string;
	close(): Promise<void>;
}

/** How late it hands on what it called saved, in milliseconds. */
const LATENESS = 150;

/**
 * Opens one in front of the server at `origin`: the mistake that the crash campaign is there to find, to
 * prove that it finds it.
 */
export async function openLyingRelay(origin: string): Promise<LyingRelay> {
	const http = createServer();
	const server = new WebSocketServer({ server: http });
	server.on('connection', (phone, request) => {
		let counted = 0;
		const upstream = new WebSocket(`${origin.replace('http', 'ws')}${request.url ?? ''}`, {
			headers: { cookie: request.headers.cookie ?? '' },
			origin
		});
		const connected = new Promise((resolve) => upstream.once('open', resolve));
		phone.on('message', (data: Buffer) => {
			if (isCountedFrame(data)) phone.send(encodeSaved(++counted));
			setTimeout(() => void connected.then(() => upstream.send(data, () => undefined)), LATENESS);
		});
		upstream.on('message', (data: Buffer) => phone.send(data, { binary: true }));
		upstream.on('error', () => phone.terminate());
		upstream.on('close', () => phone.terminate());
		phone.on('close', () => upstream.terminate());
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	return {
		syncUrl: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sync`,
		async close() {
			for (const phone of server.clients) phone.terminate();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
		}
	};
}
