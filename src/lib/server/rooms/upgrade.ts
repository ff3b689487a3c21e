import { parse as parseCookies } from 'cookie';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { screenActorId, type Actor } from '../../domain/actor.ts';
import { isDomainError } from '../../domain/errors.ts';
import { CLOSE_CODE } from '../../realtime/close-code.ts';
import { ACCOUNT_COOKIE, guestCookie } from '../auth/cookies.ts';
import { readLink } from '../auth/links.ts';
import { findActor } from '../auth/load-actor.ts';
import type { Origins } from '../auth/origins.ts';
import { secretHash } from '../auth/secret-hash.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { RootDb } from '../db/database.ts';
import { ROOM_LIMITS } from './limits.ts';
import type { RoomTroubles } from './room-content.ts';
import type { Rooms } from './rooms.ts';
import type { Visitor } from './visitor.ts';

/** Takes an HTTP upgrade over: `/sync/<room>?as=<account|guest id of a workshop|screen token>&ack=1`. */
export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Before the first frame is read: a foreign Origin gets 403, a missing one needs a valid session, a bad
 * session is accepted and closed with 4401, since a client would retry an HTTP 401 for ever.
 */
export function upgradeHandler(deps: {
	db: RootDb;
	sessions: Sessions;
	origins: Origins;
	rooms: Rooms;
	troubles: RoomTroubles;
}): HandleUpgrade {
	const server = new WebSocketServer({
		noServer: true,
		perMessageDeflate: false,
		maxPayload: ROOM_LIMITS.messageBytes
	});

	return (request, socket, head) => {
		const url = new URL(request.url ?? '/', 'http://room');
		const { origin } = request.headers;
		const foreign = origin !== undefined && !deps.origins.accepts(origin);
		if (foreign || !url.pathname.startsWith('/sync/')) {
			refuse(socket, foreign ? '403 Forbidden' : '404 Not Found');
			return;
		}
		server.handleUpgrade(request, socket, head, (webSocket) => void admit(webSocket, request, url));
	};

	async function admit(socket: WebSocket, request: IncomingMessage, url: URL): Promise<void> {
		// `ws` ends an oversized message with 1009 by itself; an unheard error would end the process.
		socket.on('error', () => socket.terminate());
		socket.binaryType = 'nodebuffer';
		// Nobody reads frames yet: those that come while the visitor is looked up have to wait.
		socket.pause();
		try {
			const visitor = await findVisitor(request, url);
			socket.resume();
			if (visitor) await deps.rooms.admit(socket, url.pathname.slice('/sync/'.length), visitor);
			else socket.close(CLOSE_CODE.signedOut);
		} catch (error) {
			deps.troubles.report(error);
			socket.resume();
			socket.close(CLOSE_CODE.tryLater);
		}
	}

	async function findVisitor(request: IncomingMessage, url: URL): Promise<Visitor | undefined> {
		const acknowledges = url.searchParams.get('ack') === '1';
		const as = url.searchParams.get('as') ?? '';
		const screen = url.searchParams.get('screen');
		if (screen !== null) {
			const current = () => findScreen(screen);
			const actor = await current();
			return actor && { actor, sessionHash: secretHash(screen), acknowledges, current };
		}
		const name = as === 'account' ? ACCOUNT_COOKIE : guestCookie(as);
		const token = parseCookies(request.headers.cookie ?? '')[name];
		if (token === undefined) return undefined;
		const current = async () => {
			const session = await deps.sessions.validate(token);
			return session && findActor(deps.db, session.actorId);
		};
		const actor = await current();
		return actor && { actor, sessionHash: secretHash(token), acknowledges, current };
	}

	async function findScreen(token: string): Promise<Actor | undefined> {
		try {
			const { workshopId } = await readLink(deps.db, token, 'screen');
			return workshopId === null
				? undefined
				: { kind: 'screen', id: screenActorId(workshopId), workshopId };
		} catch (error) {
			if (isDomainError(error)) return undefined;
			throw error;
		}
	}
}

function refuse(socket: Duplex, status: string): void {
	socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
