import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusesUpgrade, type KnownHosts } from './known-hosts.ts';

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Milliseconds that a client has to go after a refusal. */
const END_WITHIN = 5_000;

/**
 * Hands WebSocket upgrades over that ask for a name of this installation. Nothing that a client sends here ends
 * the process.
 */
export function attachUpgrade(
	server: Server,
	handleUpgrade: HandleUpgrade,
	hosts: KnownHosts
): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const refusal = refusesUpgrade(request, hosts);
		if (refusal !== undefined) return refuse(socket, refusal);
		try {
			handleUpgrade(request, socket, head);
		} catch {
			refuse(socket, '400 Bad Request');
		}
	});
}

function refuse(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
	// A client that does not go is taken down.
	setTimeout(() => socket.destroy(), END_WITHIN).unref();
}
