import { setImmediate } from 'node:timers/promises';
import { parseStoredRoomName, roomName, type RoomKind } from '../../realtime/room-name.ts';
import { PresenceChannel } from './presence/presence-channel.ts';
import type { PeopleWriting } from './presence/people-writing.ts';
import type { RoomContent } from './room-content.ts';
import { Room, type RoomDeps } from './room.ts';
import { timeNow } from '../time/clock.ts';

/** A room in memory, with what its kind knows about it. */
export interface OpenRoom {
	readonly key: string;
	readonly room: Room;
	readonly presence: PresenceChannel | undefined;
	readonly content: RoomContent;
}

interface Entry {
	readonly opening: Promise<OpenRoom>;
	/** Set at each request, before anything is awaited, so that no room is unloaded under one. */
	usedAt: number;
}

/** What the rooms share. */
export interface OpenRoomsDeps extends Omit<RoomDeps, 'abandoned'> {
	readonly contents: Readonly<Record<RoomKind, RoomContent>>;
	readonly peopleWriting: PeopleWriting;
}

/** The rooms that are in memory: loaded by the first who asks, and let go of when nobody needs them. */
export class OpenRooms {
	private readonly deps: OpenRoomsDeps;
	private readonly entries = new Map<string, Entry>();
	/** Rooms that wait for what is done to their stored log. */
	private readonly held = new Map<string, Promise<void>>();

	constructor(deps: OpenRoomsDeps) {
		this.deps = deps;
	}

	get count(): number {
		return this.entries.size;
	}

	/** True when the room is in memory, or on its way there. */
	has(kind: RoomKind, key: string): boolean {
		return this.entries.has(roomName(kind, key));
	}

	/** The room, loaded when it is not there. */
	get(kind: RoomKind, key: string): Promise<OpenRoom> {
		const name = roomName(kind, key);
		const entry = this.entries.get(name) ?? this.open(name, this.load(kind, key));
		entry.usedAt = timeNow();
		return entry.opening;
	}

	/** Those that are in memory, of one room and of those under it (`<key>.…`). */
	under(kind: RoomKind, key: string): Promise<OpenRoom>[] {
		const name = roomName(kind, key);
		return [...this.entries]
			.filter(([other]) => other === name || other.startsWith(`${name}.`))
			.map(([, { opening }]) => opening);
	}

	/** All that are in memory. */
	all(): Promise<OpenRoom>[] {
		return [...this.entries.values()].map(({ opening }) => opening);
	}

	/** Does something with a room that is in memory; nothing when it is not, or did not open. */
	withOpen(kind: RoomKind, key: string, use: (open: OpenRoom) => void): void {
		// A room that does not open rejects whoever asked for it.
		this.entries.get(roomName(kind, key))?.opening.then(use, () => undefined);
	}

	/** Storing works again: loads anew what could not be brought up to date. */
	completeAll(): void {
		for (const { opening } of this.entries.values())
			opening.then(
				({ room }) => room.completeNow(),
				() => undefined
			);
	}

	/** Lets go of the rooms that nobody used for a while. */
	sweep(): void {
		for (const [name, entry] of this.entries)
			entry.opening.then(
				({ room, presence }) => {
					if (!room.idle) entry.usedAt = timeNow();
					else if (timeNow() - entry.usedAt > this.deps.limits.idle && this.entries.delete(name)) {
						presence?.destroy();
						room.destroy();
					}
				},
				() => undefined
			);
	}

	/**
	 * Does something to the stored log of rooms while they are not in memory: their sockets are ended to try later, and
	 * who asks for one meanwhile gets it loaded afterwards. Of two that name the same room the second waits.
	 */
	async holdStill<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
		const before = names.flatMap((name) => this.held.get(name) ?? []);
		const { promise: ended, resolve: release } = Promise.withResolvers<undefined>();
		for (const name of names) this.held.set(name, ended);
		try {
			await Promise.all(before);
			for (const name of names) await this.letGo(name);
			return await work();
		} finally {
			for (const name of names) if (this.held.get(name) === ended) this.held.delete(name);
			release(undefined);
		}
	}

	/** Stores what is pending and lets go of all rooms. */
	async close(): Promise<void> {
		for (const outcome of await Promise.allSettled(this.all())) {
			if (outcome.status === 'rejected') continue;
			// What could not be stored is on the phones that it came from.
			await outcome.value.room.flush().catch((error: unknown) => this.deps.troubles.report(error));
			outcome.value.presence?.destroy();
			outcome.value.room.destroy();
		}
		this.entries.clear();
	}

	private async letGo(name: string): Promise<void> {
		const entry = this.entries.get(name);
		if (!entry) return;
		this.entries.delete(name);
		const open = await entry.opening.catch(() => undefined);
		if (!open) return;
		// Whoever got the room before goes on in this turn of the loop.
		await setImmediate();
		await open.room.shut();
		open.presence?.destroy();
		open.room.destroy();
	}

	/** Puts a fresh room in the place of one that is not to be trusted, once its last commit has ended. */
	private reload(room: Room): void {
		const address = parseStoredRoomName(room.name);
		if (!address) return;
		this.open(
			room.name,
			room.settled.then(() => this.load(address.kind, address.key))
		);
	}

	private open(name: string, opening: Promise<OpenRoom>): Entry {
		const entry = { opening, usedAt: timeNow() };
		this.entries.set(name, entry);
		opening.catch(() => {
			// A fresh one may stand in its place by now.
			if (this.entries.get(name) === entry) this.entries.delete(name);
		});
		return entry;
	}

	private async load(kind: RoomKind, key: string): Promise<OpenRoom> {
		await this.held.get(roomName(kind, key));
		const { limits, troubles, contents, peopleWriting } = this.deps;
		const content = contents[kind];
		const room = await Room.load(roomName(kind, key), key, content, {
			...this.deps,
			abandoned: (abandoned) => this.reload(abandoned)
		});
		const count = content.presence?.bind(content, key);
		const presence =
			count && new PresenceChannel(room.connections, count, { limits, troubles, peopleWriting });
		content.stored?.(key, room.doc).catch((error: unknown) => troubles.report(error));
		return { key, room, presence, content };
	}
}
