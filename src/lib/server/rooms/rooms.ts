import type { CompiledQuery } from 'kysely';
import type * as Y from 'yjs';
import { CLOSE_CODE } from '../../realtime/close-code.ts';
import { roomName, type RoomKind } from '../../realtime/room-name.ts';
import type { RootDb, Trx } from '../db/database.ts';
import type { StorageHealth } from '../db/storage/storage-health.ts';
import type { LiveLimits } from './limits.ts';
import { CommitQueue } from './log/commit-queue.ts';
import { prepareRewriting, type Erasure, type RoomRewriting } from './log/rewrite-room.ts';
import { deleteRooms } from './log/room-log.ts';
import { OpenRooms } from './open-rooms.ts';
import { PeopleWriting } from './presence/people-writing.ts';
import { timeNow } from '../time/clock.ts';
import type { RoomContent, RoomTroubles } from './room-content.ts';
import { Admission } from './sockets/admission.ts';
import type { Connection, Line } from './sockets/connection.ts';
import { OpenSockets } from './sockets/open-sockets.ts';
import { reconsider } from './sockets/reconsider.ts';
import type { FindVisitors, Visitor } from './sockets/visitor.ts';

/** Parts in which the sockets are looked at between two heartbeats of one. */
const BEATS = 12;

/** What is taken out of one room. */
export interface RoomErasure extends Erasure {
	readonly kind: RoomKind;
	readonly key: string;
}

/** All live rooms of this process. */
export interface Rooms {
	/** Lets a socket into a room, or closes it with the code that says why not. */
	admit(line: Line, name: string, visitor: Visitor): Promise<void>;
	/**
	 * Changes a document as the server; resolves when the change is on disk. `beside` belongs to it, as the
	 * row of the log that says who did it, and is stored in the same commit: statements that must not fail
	 * whatever became of the rows that they name, since a commit that fails ends the process. Throws
	 * `storage_full` or `storage_read_only` where nothing can be stored; the document then stays as it was.
	 */
	change(
		kind: RoomKind,
		key: string,
		actorId: string | null,
		change: (doc: Y.Doc) => void,
		beside?: readonly CompiledQuery[]
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
	/**
	 * Takes words out of stored documents, out of their logs and archives too, for ever. Nobody is in the rooms meanwhile;
	 * phones come back by themselves. `commit` gets what writes it, for a transaction of its own beside rows that
	 * belong to it; where that fails nothing is changed.
	 */
	rewrite(
		erasures: readonly RoomErasure[],
		commit: (write: (trx: Trx) => Promise<void>) => Promise<void>
	): Promise<void>;
	/**
	 * Takes rooms away for ever, with log, archive and snapshots. Nobody is in them meanwhile, and who asks for one
	 * afterwards is told that there is none. `commit` gets what deletes it, for a transaction of its own beside the
	 * rows that the rooms belong to.
	 */
	forget(
		rooms: readonly { readonly kind: RoomKind; readonly key: string }[],
		commit: (forget: (trx: Trx) => Promise<void>) => Promise<void>
	): Promise<void>;
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

export function openRooms(deps: {
	db: RootDb;
	contents: Readonly<Record<RoomKind, RoomContent>>;
	findVisitors: FindVisitors;
	storage: StorageHealth;
	limits: LiveLimits;
	troubles: RoomTroubles;
}): Rooms {
	const { limits, storage, troubles, findVisitors } = deps;
	const sockets = new OpenSockets();
	const peopleWriting = new PeopleWriting(limits.writingFor);
	const rooms = new OpenRooms({
		...deps,
		commits: new CommitQueue(deps.db, (error) => troubles.fatal(error)),
		peopleWriting,
		writing({ actor, access }) {
			if (actor.kind !== 'guest' || !access.rights.own || !peopleWriting.add(actor.id)) return;
			presenceChanged('stage', actor.workshopId);
		}
	});
	let changes = 0;
	const admission = new Admission({ ...deps, rooms, sockets, changes: () => changes });

	const heartbeat = setInterval(
		() => sockets.beat(limits.helloWithin, BEATS),
		limits.heartbeat / BEATS
	);
	heartbeat.unref();
	const sweeping = setInterval(() => rooms.sweep(), limits.heartbeat);
	sweeping.unref();
	storage.onChange(() => {
		sockets.tellStatus();
		if (!storage.trouble) catchUp().catch(troubles.report);
	});

	/** Storing works again: does what was left out meanwhile. */
	async function catchUp(): Promise<void> {
		rooms.completeAll();
		// They come back at once and send what they kept.
		sockets.close(CLOSE_CODE.tryLater, ({ held, early }) => held || early);
		// A step may have been stored whose telling failed, after which people may do less.
		changes++;
		for (const open of await Promise.allSettled(rooms.all()))
			if (open.status === 'fulfilled') await reconsider(open.value, findVisitors, () => true);
	}

	function presenceChanged(kind: RoomKind, key: string): void {
		rooms.withOpen(kind, key, ({ presence }) => presence?.changed());
	}

	function end(
		code: (typeof CLOSE_CODE)['signedOut' | 'forbidden'],
		concerns: (connection: Connection) => boolean
	): void {
		changes++;
		sockets.close(code, concerns);
	}

	return {
		admit: (line, name, visitor) => admission.admit(line, name, visitor),
		async change(kind, key, actorId, change, beside = []) {
			const { room } = await rooms.get(kind, key);
			await room.change({ actorId }, change, beside);
		},
		async read(kind, key, read) {
			const { room } = await rooms.get(kind, key);
			return read(room.doc);
		},
		async refresh(kind, key) {
			changes++;
			for (const opening of rooms.under(kind, key))
				await reconsider(await opening, findVisitors, () => true);
		},
		async refreshActor(actorId) {
			changes++;
			for (const opening of rooms.all())
				await reconsider(await opening, findVisitors, ({ actor }) => actor.id === actorId);
		},
		async rewrite(erasures, commit) {
			changes++;
			const names = erasures.map(({ kind, key }) => roomName(kind, key));
			await rooms.holdStill(names, async () => {
				const at = timeNow();
				const rewritings: RoomRewriting[] = [];
				for (const { kind, key, ...erasure } of erasures) {
					const name = roomName(kind, key);
					const content = deps.contents[kind];
					rewritings.push(await prepareRewriting(deps.db, name, key, content, erasure, at));
				}
				await commit(async (trx) => {
					for (const { write } of rewritings) await write(trx);
				});
			});
		},
		async forget(gone, commit) {
			changes++;
			const names = gone.map(({ kind, key }) => roomName(kind, key));
			await rooms.holdStill(names, () => commit((trx) => deleteRooms(trx, names)));
		},
		presenceChanged,
		signOut: (actorId, exceptSession) =>
			end(
				CLOSE_CODE.signedOut,
				({ actor, sessionHash }) => actor.id === actorId && sessionHash !== exceptSession
			),
		signOutSession: (hash) => end(CLOSE_CODE.signedOut, ({ sessionHash }) => sessionHash === hash),
		expel: (actorId) => end(CLOSE_CODE.forbidden, ({ actor }) => actor.id === actorId),
		connectedGuests: (workshopId) => sockets.guestsOf(workshopId),
		counts: () => ({ rooms: rooms.count, sockets: sockets.count }),
		async close() {
			clearInterval(heartbeat);
			clearInterval(sweeping);
			sockets.close(CLOSE_CODE.tryLater, () => true);
			await rooms.close();
		}
	};
}
