import type * as Y from 'yjs';
import type { WebSocket } from 'ws';
import { isDomainError } from '../../domain/errors.ts';
import { CLOSE_CODE } from '../../realtime/close-code.ts';
import { parseRoomName, roomName, type RoomKind } from '../../realtime/room-name.ts';
import type { RootDb } from '../db/database.ts';
import { Connection } from './connection.ts';
import { ROOM_LIMITS } from './limits.ts';
import { PresenceChannel } from './presence-channel.ts';
import type { RoomContent, RoomTroubles } from './room-content.ts';
import { Room } from './room.ts';
import type { Visitor } from './visitor.ts';

/** All live rooms of this process. */
export interface Rooms {
	/** Lets a socket into a room, or closes it with the code that says why not. */
	admit(socket: WebSocket, name: string, visitor: Visitor): Promise<void>;
	/** Changes a document as the server; resolves when the change is on disk. */
	change(
		kind: RoomKind,
		id: string,
		actorId: string | null,
		change: (doc: Y.Doc) => void
	): Promise<void>;
	/** Reads a document as it is in memory, loading it when it is not there. */
	read<T>(kind: RoomKind, id: string, read: (doc: Y.Doc) => T): Promise<T>;
	/** Asks anew what the open sockets of a room may do, and ends those that may not read any more. */
	refresh(kind: RoomKind, id: string): Promise<void>;
	/** People joined or changed: those who see presence are told. */
	presenceChanged(kind: RoomKind, id: string): void;
	/** Ends every socket of an actor, or of one of its sessions, as signed out. */
	signOut(actorId: string, exceptSession?: string): void;
	/** Ends every socket of one session, as signed out. */
	signOutSession(sessionHash: string): void;
	/** Numbers for the metrics page. */
	counts(): { rooms: number; sockets: number };
	/** Stores what is pending and ends every socket. */
	close(): Promise<void>;
}

interface OpenRoom {
	readonly room: Room;
	readonly presence: PresenceChannel | undefined;
	readonly content: RoomContent;
}

export function openRooms(deps: {
	db: RootDb;
	contents: Readonly<Record<RoomKind, RoomContent>>;
	troubles: RoomTroubles;
}): Rooms {
	/** `usedAt` is set at each request, before anything is awaited, so that no room is unloaded under one. */
	const open = new Map<string, { readonly opening: Promise<OpenRoom>; usedAt: number }>();
	const sockets = new Set<Connection>();

	async function load(kind: RoomKind, id: string): Promise<OpenRoom> {
		const content = deps.contents[kind];
		const project = content.project?.bind(content, id);
		const room = await Room.load(roomName(kind, id), deps.db, project, deps.troubles);
		const count = content.presence?.bind(content, id);
		const presence = count && new PresenceChannel(room.connections, count, deps.troubles);
		return { room, presence, content };
	}

	function get(kind: RoomKind, id: string): Promise<OpenRoom> {
		const name = roomName(kind, id);
		let entry = open.get(name);
		if (!entry) {
			entry = { opening: load(kind, id), usedAt: 0 };
			open.set(name, entry);
			entry.opening.catch(() => open.delete(name));
		}
		entry.usedAt = Date.now();
		return entry.opening;
	}

	const heartbeat = setInterval(() => {
		for (const connection of sockets) {
			if (connection.silent) connection.socket.terminate();
			connection.silent = true;
			connection.socket.ping();
			connection.sendStatus();
		}
		for (const [name, entry] of open) {
			entry.opening.then(({ room, presence }) => {
				if (!room.idle) entry.usedAt = Date.now();
				else if (Date.now() - entry.usedAt > ROOM_LIMITS.idle && open.delete(name))
					presence?.destroy();
			}, toldElsewhere);
		}
	}, ROOM_LIMITS.heartbeat);
	heartbeat.unref();

	async function admit(socket: WebSocket, name: string, visitor: Visitor): Promise<void> {
		// Frames may arrive while access is looked up; they are read once the socket is in.
		const early: Uint8Array[] = [];
		const gather = (data: Buffer): void => {
			if (early.push(data) > ROOM_LIMITS.earlyFrames) socket.terminate();
		};
		socket.on('message', gather);
		const address = parseRoomName(name);
		if (!address) {
			socket.close(CLOSE_CODE.notFound);
			return;
		}
		try {
			const { actor } = visitor;
			const access = await deps.contents[address.kind].access(actor, address.id);
			const refusal = access.read
				? tooManySockets(visitor) && CLOSE_CODE.tryLater
				: CLOSE_CODE.forbidden;
			if (refusal) {
				socket.close(refusal);
				return;
			}
			const entry = await get(address.kind, address.id);
			if (socket.readyState !== socket.OPEN) return;
			// Asked again, since many sockets may have been let through while the room was opened.
			if (tooManySockets(visitor)) {
				socket.close(CLOSE_CODE.tryLater);
				return;
			}
			// Signed out while the room was opened: nobody will come by to end this socket.
			if (!(await visitor.current())) {
				socket.close(CLOSE_CODE.signedOut);
				return;
			}
			socket.off('message', gather);
			enter(entry, new Connection(socket, { ...visitor, access }), early);
		} catch (error) {
			const unknown = isDomainError(error) && error.code === 'not_found';
			if (!unknown) deps.troubles.report(error);
			socket.close(unknown ? CLOSE_CODE.notFound : CLOSE_CODE.tryLater);
		}
	}

	function enter(entry: OpenRoom, connection: Connection, early: readonly Uint8Array[]): void {
		const { socket } = connection;
		sockets.add(connection);
		entry.room.join(connection);
		for (const frame of early) entry.room.receive(connection, frame);
		socket.on('message', (frame: Buffer) => entry.room.receive(connection, frame));
		socket.on('pong', () => (connection.silent = false));
		socket.on('close', () => {
			sockets.delete(connection);
			entry.room.leave(connection);
			entry.presence?.changed();
		});
		entry.presence?.changed();
	}

	function tooManySockets({ sessionHash }: Visitor): boolean {
		let count = 0;
		for (const connection of sockets) if (connection.sessionHash === sessionHash) count++;
		return count >= ROOM_LIMITS.socketsPerSession;
	}

	return {
		admit,
		async change(kind, id, actorId, change) {
			const { room } = await get(kind, id);
			await room.change({ actorId }, change);
		},
		async read(kind, id, read) {
			const { room } = await get(kind, id);
			return read(room.doc);
		},
		async refresh(kind, id) {
			const entry = open.get(roomName(kind, id));
			if (!entry) return;
			const { room, content } = await entry.opening;
			for (const connection of [...room.connections]) {
				try {
					const actor = await connection.current();
					if (!actor) {
						connection.close(CLOSE_CODE.signedOut);
						continue;
					}
					connection.actor = actor;
					connection.access = await content.access(actor, id);
				} catch (error) {
					if (!isDomainError(error) || error.code !== 'not_found') throw error;
					connection.close(CLOSE_CODE.notFound);
					continue;
				}
				if (!connection.access.read) connection.close(CLOSE_CODE.forbidden);
				else connection.sendStatus();
			}
		},
		presenceChanged(kind, id) {
			open
				.get(roomName(kind, id))
				?.opening.then(({ presence }) => presence?.changed(), toldElsewhere);
		},
		signOut(actorId, exceptSession) {
			for (const connection of sockets)
				if (connection.actor.id === actorId && connection.sessionHash !== exceptSession)
					connection.close(CLOSE_CODE.signedOut);
		},
		signOutSession(sessionHash) {
			for (const connection of sockets)
				if (connection.sessionHash === sessionHash) connection.close(CLOSE_CODE.signedOut);
		},
		counts: () => ({ rooms: open.size, sockets: sockets.size }),
		async close() {
			clearInterval(heartbeat);
			for (const connection of sockets) connection.close(CLOSE_CODE.tryLater);
			const entries = await Promise.all([...open.values()].map(({ opening }) => opening));
			for (const entry of entries) {
				await entry.room.flush();
				entry.presence?.destroy();
			}
			open.clear();
		}
	};
}

/** A room that does not open rejects whoever asked for it; others that only look at it stay quiet. */
function toldElsewhere(): void {
	return undefined;
}
