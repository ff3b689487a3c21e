import { parse as parseCookies } from 'cookie';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CLOSE_CODE, type CloseCode } from '../../../realtime/close-code.ts';
import { ACCOUNT_COOKIE, guestCookie } from '../../auth/cookies.ts';
import type { Origins } from '../../auth/origins.ts';
import { secretHash } from '../../auth/secret-hash.ts';
import type { Line } from './connection.ts';
import type { LiveLimits } from '../limits.ts';
import type { RoomTroubles } from '../room-content.ts';
import type { Rooms } from '../rooms.ts';
import { AdmissionTurns } from './admission-turns.ts';
import { SocketsOfAddress } from './sockets-of-address.ts';
import type { FindVisitors, Visitor } from './visitor.ts';

/** Takes an HTTP upgrade over: `/sync/<room>?as=<account|guest id of a workshop|screen token>&ack=1`. */
export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Milliseconds that a client has to answer the end of a socket, or to go after a refusal; then its connection is
 * taken down, so that nobody holds one by doing nothing.
 */
const END_WITHIN = 5_000;

/**
 * Before the first frame is read: a foreign Origin gets 403, a missing one needs a valid session, a bad
 * session is accepted and closed with 4401, since a client would retry an HTTP 401 for ever.
 */
export function upgradeHandler(deps: {
	findVisitors: FindVisitors;
	/** True for the session of somebody who was taken out of their workshop. */
	wasRemoved: (sessionHash: string) => Promise<boolean>;
	origins: Origins;
	limits: LiveLimits;
	rooms: Rooms;
	troubles: RoomTroubles;
}): HandleUpgrade {
	const options = {
		noServer: true,
		perMessageDeflate: false,
		maxPayload: deps.limits.messageBytes,
		closeTimeout: END_WITHIN
	};
	const server = new WebSocketServer(options);
	const ofAddress = new SocketsOfAddress(deps.limits.socketsPerAddress);

	const turns = new AdmissionTurns();

	return (request, socket, head) => {
		const url = new URL(request.url ?? '/', 'http://room');
		const { origin } = request.headers;
		const foreign = origin !== undefined && !deps.origins.accepts(origin);
		if (foreign || !url.pathname.startsWith('/sync/')) {
			refuse(socket, foreign ? '403 Forbidden' : '404 Not Found');
			return;
		}
		const address = request.socket.remoteAddress ?? '';
		if (!ofAddress.take(address)) {
			refuse(socket, '503 Service Unavailable');
			return;
		}
		socket.once('close', () => ofAddress.leave(address));
		server.handleUpgrade(
			request,
			socket,
			head,
			(webSocket) => void admit({ socket: webSocket, stream: socket }, request, url)
		);
	};

	async function admit(line: Line, request: IncomingMessage, url: URL): Promise<void> {
		const { socket } = line;
		// `ws` ends an oversized message with 1009 by itself; an unheard error would end the process.
		socket.on('error', () => socket.terminate());
		socket.binaryType = 'nodebuffer';
		// Nobody reads frames yet: those that come while the visitor is looked up have to wait.
		socket.pause();
		try {
			await turns.next();
			const visitor = await findVisitor(request, url);
			socket.resume();
			if (typeof visitor === 'number') socket.close(visitor);
			else await deps.rooms.admit(line, url.pathname.slice('/sync/'.length), visitor);
		} catch (error) {
			deps.troubles.report(error);
			socket.resume();
			socket.close(CLOSE_CODE.tryLater);
		}
	}

	/** Who comes, or the code that tells why nobody does. */
	async function findVisitor(request: IncomingMessage, url: URL): Promise<Visitor | CloseCode> {
		const secret = url.searchParams.get('screen') ?? cookieOf(request, url.searchParams.get('as'));
		if (secret === undefined) return CLOSE_CODE.signedOut;
		const sessionHash = secretHash(secret);
		const actor = (await deps.findVisitors([sessionHash])).get(sessionHash);
		const acknowledges = url.searchParams.get('ack') === '1';
		if (actor) return { actor, sessionHash, acknowledges };
		return (await deps.wasRemoved(sessionHash)) ? CLOSE_CODE.forbidden : CLOSE_CODE.signedOut;
	}
}

/** The one cookie of the role that the socket says it comes as; no other one counts. */
function cookieOf(request: IncomingMessage, as: string | null): string | undefined {
	const name = as === 'account' ? ACCOUNT_COOKIE : guestCookie(as ?? '');
	return parseCookies(request.headers.cookie ?? '')[name];
}

function refuse(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
	setTimeout(() => socket.destroy(), END_WITHIN).unref();
}
