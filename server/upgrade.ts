import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Hands WebSocket upgrades over. Nothing that a client sends here ends the process. */
export function attachUpgrade(server: Server, handleUpgrade: HandleUpgrade): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		try {
			handleUpgrade(request, socket, head);
		} catch {
			socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
		}
	});
}
