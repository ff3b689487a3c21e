import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** SvelteKit's handler, as adapter-node builds it. */
export type RequestHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

/** Read by adapter-node to know how the request came; what a client sends under this name is overwritten. */
export const PROTOCOL_HEADER = 'x-tachawor-protocol';

/**
 * Milliseconds that a client has for a request: for its head, and for all of it, which may be a picture on bad
 * Wi-Fi; and how often both are looked at.
 */
const TIMES = {
	headersTimeout: 10_000,
	requestTimeout: 120_000,
	connectionsCheckingInterval: 5_000
};

/**
 * Bytes of a refused body that are read and thrown away: a long text, whose sender then gets answers to what they
 * ask next. Reading more would cost everybody; such a connection ends with the time that an idle one has.
 */
const MOST_THROWN_AWAY = 512 * 1024;

/** Connections at the same time, live rooms among them: far more than the largest hall has. */
const MOST_CONNECTIONS = 10_000;

/**
 * Makes the HTTP server. A request counts as https only when it names the public origin, which then is
 * https behind a proxy; people on the LAN of the same installation speak plain http.
 */
export function newHttpServer(
	handler: RequestHandler,
	publicOrigin: string | undefined,
	times = TIMES
): Server {
	const secureHost = publicOrigin?.startsWith('https:') ? new URL(publicOrigin).host : undefined;
	const server = createServer(times, (request, response) => {
		const secure = secureHost !== undefined && request.headers.host === secureHost;
		request.headers[PROTOCOL_HEADER] = secure ? 'https' : 'http';
		// Files of the build are served without passing the application's own hooks.
		response.setHeader('x-content-type-options', 'nosniff');
		response.once('finish', () => throwRestAway(request));
		handler(request, response, () => response.writeHead(404).end());
	});
	server.maxConnections = MOST_CONNECTIONS;
	return server;
}

/**
 * Takes what an answered request still sends off its connection, which carries no other request before. Whoever
 * refused the body left it where it was, in the hands of those who had begun to read it.
 */
function throwRestAway(request: IncomingMessage): void {
	if (request.complete) return;
	let length = 0;
	request.removeAllListeners('data');
	request.on('data', (bytes: Buffer) => {
		length += bytes.byteLength;
		if (length > MOST_THROWN_AWAY) request.pause();
	});
	request.resume();
}

/** The address or the port cannot be had. */
class ListenError extends Error {
	override readonly name = 'ListenError';
}

/** Listens and returns the port in use; port 0 takes a free one. Rejects with a sentence for people. */
export function listen(server: Server, host: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(new ListenError(reasonNotToListen(error, host, port), { cause: error }));
		});
		server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
	});
}

function reasonNotToListen(error: NodeJS.ErrnoException, host: string, port: number): string {
	switch (error.code) {
		case 'EADDRINUSE':
			return `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
		case 'EADDRNOTAVAIL':
		case 'ENOTFOUND':
			return `HOST: ${host} is no address of this machine.`;
		case 'EACCES':
			return `Port ${port} may not be used by this account; choose one from 1024 up.`;
		default:
			return `Cannot listen on ${host}, port ${port}: ${error.message}`;
	}
}
