import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { ErrorCode } from '../../domain/errors.ts';
import { noveltyOf } from '../../gate/unknown-content.ts';
import { CLOSE_CODE } from '../../realtime/close-code.ts';
import {
	encodeRefused,
	encodeSaved,
	MESSAGE,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '../../realtime/frame.ts';
import type { RootDb } from '../db/database.ts';
import type { Connection } from './connection.ts';
import { ROOM_LIMITS } from './limits.ts';
import type { RoomProjection, RoomTroubles } from './room-content.ts';
import { appendUpdates, readLog, writeSnapshot, type LoggedUpdate } from './room-log.ts';

/** The origin of changes that the server makes itself. */
export interface ServerOrigin {
	readonly actorId: string | null;
}

/**
 * One live document. Updates are applied in memory, gathered over the merge window, stored and projected
 * in one transaction, and only then acknowledged and relayed: saved means on disk. A commit that fails
 * is handed to `troubles.fatal`, which ends the process rather than answer falsely.
 */
export class Room {
	readonly name: string;
	readonly doc = new Y.Doc();
	readonly connections = new Set<Connection>();
	private readonly db: RootDb;
	private readonly troubles: RoomTroubles;
	private projection: RoomProjection | undefined;
	private seq = 0;
	private snapshotSeq = 0;
	private pending: LoggedUpdate[] = [];
	private timer: NodeJS.Timeout | undefined;
	private committing: Promise<void> = Promise.resolve();
	/** The encoded first answer to a join, kept until the document changes: 300 phones cost one encoding. */
	private encodedState: Uint8Array | undefined;

	private constructor(name: string, db: RootDb, troubles: RoomTroubles) {
		this.name = name;
		this.db = db;
		this.troubles = troubles;
	}

	/** Loads the newest snapshot and the log after it, in one transaction of the document. */
	static async load(
		name: string,
		db: RootDb,
		project: ((doc: Y.Doc) => RoomProjection) | undefined,
		troubles: RoomTroubles
	): Promise<Room> {
		const room = new Room(name, db, troubles);
		const log = await readLog(db, name);
		room.doc.transact(() => {
			if (log.snapshot) Y.applyUpdate(room.doc, log.snapshot);
			for (const update of log.updates) Y.applyUpdate(room.doc, update);
		});
		room.seq = log.seq;
		room.snapshotSeq = log.snapshotSeq;
		room.projection = project?.(room.doc);
		room.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			room.encodedState = undefined;
			room.pending.push({ bytes, actorId: actorOf(origin) });
			room.timer ??= setTimeout(() => void room.flush(), ROOM_LIMITS.mergeWindow);
		});
		return room;
	}

	/** Takes a socket in: what it may do, then what we have, so that it answers with what we lack. */
	join(connection: Connection): void {
		this.connections.add(connection);
		connection.sendStatus();
		connection.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, MESSAGE.sync);
				syncProtocol.writeSyncStep1(encoder, this.doc);
			})
		);
	}

	leave(connection: Connection): void {
		this.connections.delete(connection);
	}

	/** One frame from a client. Frames that are not ours to read end the socket with `badMessage`. */
	receive(connection: Connection, frame: Uint8Array): void {
		// What was queued behind the frame that ended the socket is not worth reading.
		if (connection.socket.readyState !== connection.socket.OPEN) return;
		const decoder = decoding.createDecoder(frame);
		try {
			const type = decoding.readVarUint(decoder);
			// Awareness is dropped: people publish no cursors, and the server counts who is there itself.
			if (type === MESSAGE.awareness || type === 3) return;
			if (type !== MESSAGE.sync) throw new Error(`message type ${type}`);
			const step = decoding.readVarUint(decoder);
			const bytes = decoding.readVarUint8Array(decoder);
			if (step === SYNC_STEP_1) this.answerSync(connection, bytes);
			else if (step === SYNC_STEP_2 || step === SYNC_UPDATE) this.takeUpdate(connection, bytes);
			else throw new Error(`sync step ${step}`);
		} catch {
			connection.close(CLOSE_CODE.badMessage);
		}
	}

	/** Changes the document as the server and resolves when the change is on disk. */
	async change(origin: ServerOrigin, change: (doc: Y.Doc) => void): Promise<void> {
		this.doc.transact(() => change(this.doc), origin);
		await this.flush();
	}

	/** Stores what is pending, then tells everybody. Resolves when all that was pending is on disk. */
	flush(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.committing = this.committing.then(() => this.commit());
		return this.committing;
	}

	get idle(): boolean {
		return this.connections.size === 0 && this.pending.length === 0;
	}

	private answerSync(connection: Connection, stateVector: Uint8Array): void {
		if (++connection.asked > ROOM_LIMITS.syncsPerSocket) {
			connection.close();
			return;
		}
		const fromScratch = stateVector.length === 1 && stateVector[0] === 0;
		const update = fromScratch
			? (this.encodedState ??= Y.encodeStateAsUpdate(this.doc))
			: Y.encodeStateAsUpdate(this.doc, stateVector);
		connection.send(syncFrame(SYNC_STEP_2, update));
	}

	private takeUpdate(connection: Connection, bytes: Uint8Array): void {
		connection.received++;
		if (connection.refused) return;
		if (!connection.pace.take(Date.now())) {
			// It comes back and sends what it has in one frame.
			connection.close(CLOSE_CODE.tryLater);
			return;
		}
		const novelty = noveltyOf(this.doc, bytes);
		if (novelty === 'gap') {
			connection.close(CLOSE_CODE.outOfStep);
			return;
		}
		if (novelty === 'something') {
			if (!connection.access.write) {
				this.refuse(connection, this.name.startsWith('board') ? 'activity_closed' : 'forbidden');
				return;
			}
			Y.applyUpdate(this.doc, bytes, connection);
			if (this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null) {
				// It depends on what we do not have. Nothing of it may stay parked: a new sync brings it whole.
				this.doc.store.pendingStructs = null;
				this.doc.store.pendingDs = null;
				connection.close(CLOSE_CODE.outOfStep);
				return;
			}
		}
		connection.unsaved = connection.received;
		this.timer ??= setTimeout(() => void this.flush(), ROOM_LIMITS.mergeWindow);
	}

	private refuse(connection: Connection, code: ErrorCode): void {
		connection.refused = true;
		if (connection.acknowledges) connection.send(encodeRefused(connection.received, code));
		else connection.close(CLOSE_CODE.forbidden);
	}

	private async commit(): Promise<void> {
		const batch = this.pending;
		const waiting = [...this.connections]
			.filter((connection) => connection.unsaved > 0)
			.map((connection) => ({ connection, count: connection.unsaved }));
		this.pending = [];
		for (const { connection } of waiting) connection.unsaved = 0;
		if (batch.length > 0) {
			try {
				await this.db.transaction().execute(async (trx) => {
					const seq = await appendUpdates(trx, this.name, this.seq, batch, Date.now());
					await this.projection?.write(trx);
					this.seq = seq;
				});
			} catch (error) {
				this.troubles.fatal(error);
				throw error;
			}
			this.relay(Y.mergeUpdates(batch.map((update) => update.bytes)));
		}
		for (const { connection, count } of waiting)
			if (connection.acknowledges) connection.send(encodeSaved(count));
		if (this.seq - this.snapshotSeq >= ROOM_LIMITS.snapshotEvery)
			// The log holds everything all the same; the next commit tries again.
			await this.snapshot().catch((error: unknown) => this.troubles.report(error));
	}

	private relay(update: Uint8Array): void {
		const frame = syncFrame(SYNC_UPDATE, update);
		for (const connection of this.connections) connection.send(frame);
	}

	private async snapshot(): Promise<void> {
		// Taken in one turn with its number, so that it holds what is committed and nothing else.
		if (this.pending.length > 0) return;
		const seq = this.seq;
		const bytes = Y.encodeStateAsUpdate(this.doc);
		await writeSnapshot(this.db, this.name, seq, bytes, Date.now());
		this.snapshotSeq = seq;
	}
}

function syncFrame(step: number, update: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, update);
	});
}

function actorOf(origin: unknown): string | null {
	if (typeof origin !== 'object' || origin === null) return null;
	if ('actor' in origin) return (origin as Connection).actor.id;
	return 'actorId' in origin ? (origin as ServerOrigin).actorId : null;
}
