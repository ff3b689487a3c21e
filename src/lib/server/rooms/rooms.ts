import type * as Y from 'yjs';
import { isDomainError } from '../../domain/errors.ts';
import { CLOSE_CODE, type CloseCode } from '../../realtime/close-code.ts';
import {
	parseRoomName,
	parseStoredRoomName,
	roomName,
	type RoomKind
} from '../../realtime/room-name.ts';
import type { RootDb } from '../db/database.ts';
import { CommitQueue } from './log/commit-queue.ts';
import { Connection, type Line } from './sockets/connection.ts';
import type { LiveLimits } from './limits.ts';
import { PresenceChannel } from './presence/presence-channel.ts';
import type { RoomAccess, RoomContent, RoomTroubles } from './room-content.ts';
import { Room } from './room.ts';
import type { FindVisitors, Visitor } from './sockets/visitor.ts';
import { PeopleWriting } from './presence/people-writing.ts';

/** All live rooms of this process. */
export interface Rooms {
	/** Lets a socket into a room, or closes it with the code that says why not. */
	admit(line: Line, name: string, visitor: Visitor): Promise<void>;
	/** Changes a document as the server; resolves when the change is on disk. */
	change(
		kind: RoomKind,
		key: string,
		actorId: string | null,
		change: (doc: Y.Doc) => void
	): Promise<void>;
	/** Reads a document as it is in memory, loading it when it is not there. */
	read<T>(kind: RoomKind, key: string, read: (doc: Y.Doc) => T): Promise<T>;
	/**
	 * Asks anew what the open sockets of a room, and of those under it (`<key>.…`), may do, and ends those
	 * that may not read any more.
	 */
	refresh(kind: RoomKind, key: string): Promise<void>;
	/** Asks anew who an actor is and what their open sockets may do, in every room. */
	refreshActor(actorId: string): Promise<void>;
	/** People joined or changed: those who see presence are told. */
	presenceChanged(kind: RoomKind, key: string): void;
	/** Ends every socket of an actor, or of one of its sessions, as signed out. */
	signOut(actorId: string, exceptSession?: string): void;
	/** Ends every socket of one session, as signed out. */
	signOutSession(sessionHash: string): void;
	/** Ends every socket of an actor who may not come in any more, as forbidden. */
	expel(actorId: string): void;
	/** The actor ids of a workshop's guests who have a socket open. */
	connectedGuests(workshopId: string): ReadonlySet<string>;
	/** Numbers for the metrics page. */
	counts(): { rooms: number; sockets: number };
	/** Stores what is pending and ends every socket. */
	close(): Promise<void>;
}

interface OpenRoom {
	readonly key: string;
	readonly room: Room;
	readonly presence: PresenceChannel | undefined;
	readonly content: RoomContent;
}

export function openRooms(deps: {
	db: RootDb;
	contents: Readonly<Record<RoomKind, RoomContent>>;
	findVisitors: FindVisitors;
	limits: LiveLimits;
	troubles: RoomTroubles;
}): Rooms {
	const { limits, troubles } = deps;
	/** `usedAt` is set at each request, before anything is awaited, so that no room is unloaded under one. */
	const open = new Map<string, { readonly opening: Promise<OpenRoom>; usedAt: number }>();
	const sockets = new Set<Connection>();
	/** Open sockets by session. */
	const perSession = new Map<string, number>();
	/**
	 * Counts what changed for open sockets, so that one that is just being let in, and that nobody can tell
	 * yet, is looked at again.
	 */
	let changes = 0;
	const commits = new CommitQueue(deps.db, (error) => troubles.fatal(error));
	const writers = new PeopleWriting(limits.writingFor);
	const roomDeps = {
		db: deps.db,
		commits,
		limits,
		troubles,
		abandoned: (room: Room) => reload(room),
		writing({ actor, access }: Connection) {
			if (actor.kind !== 'guest' || !access.rights.own || !writers.add(actor.id)) return;
			void open
				.get(roomName('stage', actor.workshopId))
				?.opening.then(({ presence }) => presence?.changed(), toldElsewhere);
		}
	};

	async function load(kind: RoomKind, key: string): Promise<OpenRoom> {
		const content = deps.contents[kind];
		const room = await Room.load(roomName(kind, key), key, content, roomDeps);
		const count = content.presence?.bind(content, key);
		const presence =
			count && new PresenceChannel(room.connections, count, { limits, troubles, writers });
		content.stored?.(key, room.doc).catch((error: unknown) => troubles.report(error));
		return { key, room, presence, content };
	}

	/** Puts a fresh room in the place of one that is not to be trusted, once its last commit has ended. */
	function reload(room: Room): void {
		const address = parseStoredRoomName(room.name);
		if (!address) return;
		const opening = room.settled.then(() => load(address.kind, address.key));
		open.set(room.name, { opening, usedAt: Date.now() });
		opening.catch(() => open.delete(room.name));
	}

	function get(kind: RoomKind, key: string): Promise<OpenRoom> {
		const name = roomName(kind, key);
		let entry = open.get(name);
		if (!entry) {
			entry = { opening: load(kind, key), usedAt: 0 };
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
				else if (Date.now() - entry.usedAt > limits.idle && open.delete(name)) {
					presence?.destroy();
					room.destroy();
				}
			}, toldElsewhere);
		}
	}, limits.heartbeat);
	heartbeat.unref();

	async function admit(line: Line, name: string, visitor: Visitor): Promise<void> {
		const { socket } = line;
		// Frames may arrive while access is looked up; they are read once the socket is in.
		const early: Uint8Array[] = [];
		const gather = (data: Buffer): void => {
			if (early.push(data) > limits.earlyFrames) socket.terminate();
		};
		socket.on('message', gather);
		const address = parseRoomName(name);
		if (!address) {
			socket.close(CLOSE_CODE.notFound);
			return;
		}
		try {
			const content = deps.contents[address.kind];
			const key = (await content.roomOf?.(visitor.actor, address.id)) ?? address.id;
			const isOpen = open.has(roomName(address.kind, key));
			let opened = isOpen ? await get(address.kind, key) : undefined;
			for (;;) {
				const seen = changes;
				const actors = await deps.findVisitors([visitor.sessionHash]);
				const actor = actors.get(visitor.sessionHash);
				const access = actor && (await content.access(actor, key, await content.facts(key)));
				if (socket.readyState !== socket.OPEN) return;
				const refusal = refusalOf(visitor, access);
				if (!actor || !access || refusal) {
					socket.close(refusal);
					return;
				}
				if (opened && seen === changes) {
					socket.off('message', gather);
					enter(opened, new Connection(line, { ...visitor, actor, access }, limits), early);
					return;
				}
				opened = await get(address.kind, key);
			}
		} catch (error) {
			const code = isDomainError(error) ? error.code : undefined;
			if (code === 'not_found') socket.close(CLOSE_CODE.notFound);
			else if (code === 'forbidden') socket.close(CLOSE_CODE.forbidden);
			else {
				troubles.report(error);
				socket.close(CLOSE_CODE.tryLater);
			}
		}
	}

	function enter(entry: OpenRoom, connection: Connection, early: readonly Uint8Array[]): void {
		const { socket, sessionHash } = connection;
		sockets.add(connection);
		perSession.set(sessionHash, (perSession.get(sessionHash) ?? 0) + 1);
		entry.room.join(connection);
		for (const frame of early) entry.room.receive(connection, frame);
		socket.on('message', (frame: Buffer) => entry.room.receive(connection, frame));
		socket.on('pong', () => (connection.silent = false));
		socket.on('close', () => {
			sockets.delete(connection);
			const left = (perSession.get(sessionHash) ?? 1) - 1;
			if (left > 0) perSession.set(sessionHash, left);
			else perSession.delete(sessionHash);
			entry.room.leave(connection);
			entry.presence?.changed();
		});
		entry.presence?.changed();
	}

	function refusalOf(visitor: Visitor, access: RoomAccess | undefined): CloseCode | undefined {
		if (!access) return CLOSE_CODE.signedOut;
		if (!access.read) return CLOSE_CODE.forbidden;
		const many = (perSession.get(visitor.sessionHash) ?? 0) >= limits.socketsPerSession;
		return many ? CLOSE_CODE.tryLater : undefined;
	}

	/** Asks anew about some sockets of a room: one look at the facts and at the sessions for all of them. */
	async function reconsider(
		{ key, room, content }: OpenRoom,
		concerns: (connection: Connection) => boolean
	): Promise<void> {
		const concerned = [...room.connections].filter(concerns);
		if (concerned.length === 0) return;
		let facts: unknown;
		try {
			facts = await content.facts(key);
		} catch (error) {
			if (!isDomainError(error) || error.code !== 'not_found') throw error;
			for (const connection of concerned) connection.close(CLOSE_CODE.notFound);
			return;
		}
		const hashes = [...new Set(concerned.map((connection) => connection.sessionHash))];
		const actors = await deps.findVisitors(hashes);
		for (const connection of concerned) {
			const actor = actors.get(connection.sessionHash);
			if (!actor) {
				connection.close(CLOSE_CODE.signedOut);
				continue;
			}
			connection.actor = actor;
			connection.access = await content.access(actor, key, facts);
			if (!connection.access.read) connection.close(CLOSE_CODE.forbidden);
			else connection.sendStatus();
		}
	}

	return {
		admit,
		async change(kind, key, actorId, change) {
			const { room } = await get(kind, key);
			await room.change({ actorId }, change);
		},
		async read(kind, key, read) {
			const { room } = await get(kind, key);
			return read(room.doc);
		},
		async refresh(kind, key) {
			changes++;
			const name = roomName(kind, key);
			const entries = [...open].filter(([other]) => other === name || other.startsWith(`${name}.`));
			for (const [, { opening }] of entries) await reconsider(await opening, () => true);
		},
		async refreshActor(actorId) {
			changes++;
			const isActor = (connection: Connection): boolean => connection.actor.id === actorId;
			for (const { opening } of [...open.values()]) await reconsider(await opening, isActor);
		},
		presenceChanged(kind, key) {
			open
				.get(roomName(kind, key))
				?.opening.then(({ presence }) => presence?.changed(), toldElsewhere);
		},
		signOut(actorId, exceptSession) {
			changes++;
			for (const connection of sockets)
				if (connection.actor.id === actorId && connection.sessionHash !== exceptSession)
					connection.close(CLOSE_CODE.signedOut);
		},
		signOutSession(sessionHash) {
			changes++;
			for (const connection of sockets)
				if (connection.sessionHash === sessionHash) connection.close(CLOSE_CODE.signedOut);
		},
		expel(actorId) {
			changes++;
			for (const connection of sockets)
				if (connection.actor.id === actorId) connection.close(CLOSE_CODE.forbidden);
		},
		connectedGuests(workshopId) {
			const ids = new Set<string>();
			for (const { actor } of sockets)
				if (actor.kind === 'guest' && actor.workshopId === workshopId) ids.add(actor.id);
			return ids;
		},
		counts: () => ({ rooms: open.size, sockets: sockets.size }),
		async close() {
			clearInterval(heartbeat);
			for (const connection of sockets) connection.close(CLOSE_CODE.tryLater);
			const entries = await Promise.allSettled([...open.values()].map(({ opening }) => opening));
			for (const entry of entries) {
				if (entry.status === 'rejected') continue;
				await entry.value.room.flush();
				entry.value.presence?.destroy();
				entry.value.room.destroy();
			}
			open.clear();
		}
	};
}

/** A room that does not open rejects whoever asked for it; others that only look at it stay quiet. */
function toldElsewhere(): void {
	return undefined;
}
