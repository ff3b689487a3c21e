import { isDomainError } from '../../../domain/errors.ts';
import { CLOSE_CODE, type CloseCode } from '../../../realtime/close-code.ts';
import { parseRoomName, type RoomKind } from '../../../realtime/room-name.ts';
import type { StorageHealth } from '../../db/storage/storage-health.ts';
import type { LiveLimits } from '../limits.ts';
import type { OpenRoom, OpenRooms } from '../open-rooms.ts';
import type { RoomAccess, RoomContent, RoomTroubles } from '../room-content.ts';
import { Connection, type Line } from './connection.ts';
import type { OpenSockets } from './open-sockets.ts';
import type { FindVisitors, Visitor } from './visitor.ts';

/** What letting somebody in needs. */
export interface AdmissionDeps {
	readonly contents: Readonly<Record<RoomKind, RoomContent>>;
	readonly findVisitors: FindVisitors;
	readonly storage: StorageHealth;
	readonly limits: LiveLimits;
	readonly troubles: RoomTroubles;
	readonly rooms: OpenRooms;
	readonly sockets: OpenSockets;
	/**
	 * Counts what changed for open sockets, so that one that is just being let in, and that nobody can tell
	 * yet, is looked at again.
	 */
	readonly changes: () => number;
}

/** Lets sockets into rooms, or closes them with the code that says why not. */
export class Admission {
	private readonly deps: AdmissionDeps;

	constructor(deps: AdmissionDeps) {
		this.deps = deps;
	}

	async admit(line: Line, name: string, visitor: Visitor): Promise<void> {
		const { limits, storage, troubles } = this.deps;
		const { socket } = line;
		// Frames may arrive while access is looked up; they are read once the socket is in.
		const early: Uint8Array[] = [];
		const gather = (data: Buffer): void => {
			if (early.push(data) > limits.earlyFrames) socket.terminate();
		};
		socket.on('message', gather);
		try {
			const found = await this.find(line, name, visitor);
			if (typeof found === 'number') socket.close(found);
			else if (found) {
				socket.off('message', gather);
				const who = { ...visitor, ...found };
				this.enter(found.open, new Connection(line, who, storage, limits), early);
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

	/** The room and what the visitor may do there, or why not; undefined when the socket is gone. */
	private async find(line: Line, name: string, visitor: Visitor) {
		const { contents, rooms, changes, findVisitors } = this.deps;
		const address = parseRoomName(name);
		if (!address) return CLOSE_CODE.notFound;
		const content = contents[address.kind];
		const key = (await content.roomOf?.(visitor.actor, address.id)) ?? address.id;
		let open = rooms.has(address.kind, key) ? await rooms.get(address.kind, key) : undefined;
		for (;;) {
			const seen = changes();
			const actors = await findVisitors([visitor.sessionHash]);
			const actor = actors.get(visitor.sessionHash);
			const access = actor && (await content.access(actor, key, await content.facts(key)));
			if (line.socket.readyState !== line.socket.OPEN) return undefined;
			const refusal = this.refusalOf(visitor, access);
			if (!actor || !access || refusal) return refusal;
			if (open && seen === changes()) return { open, actor, access };
			open = await rooms.get(address.kind, key);
		}
	}

	private refusalOf(visitor: Visitor, access: RoomAccess | undefined): CloseCode | undefined {
		if (!access) return CLOSE_CODE.signedOut;
		if (!access.read) return CLOSE_CODE.forbidden;
		const { sockets, limits } = this.deps;
		const many = sockets.ofSession(visitor.sessionHash) >= limits.socketsPerSession;
		return many ? CLOSE_CODE.tryLater : undefined;
	}

	private enter(
		{ room, presence }: OpenRoom,
		connection: Connection,
		early: readonly Uint8Array[]
	): void {
		const { sockets } = this.deps;
		const { socket } = connection;
		sockets.add(connection);
		room.join(connection);
		for (const frame of early) room.receive(connection, frame);
		socket.on('message', (frame: Buffer) => room.receive(connection, frame));
		socket.on('pong', () => connection.answered());
		socket.on('close', () => {
			sockets.remove(connection);
			room.leave(connection);
			presence?.changed();
		});
		presence?.changed();
	}
}
