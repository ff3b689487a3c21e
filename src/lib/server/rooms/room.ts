import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { CompiledQuery } from 'kysely';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { DomainError, type ErrorCode } from '../../domain/errors.ts';
import { Gate } from '../../gate/gate.ts';
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
import { storageTroubleOf } from '../db/storage/storage-error.ts';
import type { StorageHealth } from '../db/storage/storage-health.ts';
import type { CommitQueue } from './log/commit-queue.ts';
import type { Connection } from './sockets/connection.ts';
import { frameOnce } from './sockets/frame-once.ts';
import type { LiveLimits } from './limits.ts';
import { replayLog } from './log/replay-log.ts';
import { RoomClients } from './log/room-clients.ts';
import type { RoomContent, RoomProjection, RoomTroubles } from './room-content.ts';
import {
	appendUpdates,
	bindClients,
	lastSeq,
	readClients,
	type NewUpdate
} from './log/room-log.ts';
import { syncFrame } from './sockets/sync-frame.ts';
import { SyncAnswers } from './sockets/sync-answers.ts';
import { takeSnapshot } from './log/snapshot.ts';
import { TellingPace } from './telling-pace.ts';
import { timeNow } from '../time/clock.ts';
import { WritingTime } from './sockets/writing-time.ts';

/** The origin of changes that the server makes itself. */
export interface ServerOrigin {
	readonly actorId: string | null;
}

/** What a room needs of the process it lives in. */
export interface RoomDeps {
	readonly db: RootDb;
	readonly commits: CommitQueue;
	readonly storage: StorageHealth;
	readonly limits: LiveLimits;
	readonly troubles: RoomTroubles;
	/** The document is not to be trusted any more: every socket was ended, and the room must be loaded anew. */
	readonly abandoned: (room: Room) => void;
	/** A person says that they are writing. */
	readonly writing: (connection: Connection) => void;
}

const SERVER: ServerOrigin = { actorId: null };

interface Pending extends NewUpdate {
	/** The socket that it came by; undefined for the server's own. */
	readonly from: Connection | undefined;
}

/** Most bytes of one client in a state vector: its id and its clock, each a number of 32 bits. */
const STATE_VECTOR_ENTRY = 10;

/**
 * One live document. An update passes the gate, is applied in memory, gathered where much is written,
 * stored and projected in one transaction, and only then acknowledged and relayed: saved means on disk.
 */
export class Room {
	readonly name: string;
	readonly doc = new Y.Doc();
	readonly connections = new Set<Connection>();
	private readonly deps: RoomDeps;
	private readonly key: string;
	private readonly content: RoomContent;
	private readonly gate: Gate;
	private readonly clients: RoomClients;
	private readonly answers = new SyncAnswers(this.doc);
	private projection: RoomProjection | undefined;
	private seq = 0;
	private snapshotSeq = 0;
	private pending: Pending[] = [];
	/** Rows that belong to what is pending. */
	private beside: CompiledQuery[] = [];
	/** Sockets whose last counted frame waits for the next commit. */
	private unsaved = new Set<Connection>();
	private readonly pace: TellingPace;
	/** Ends the wait for the next commit; undefined when none is waited for. */
	private stopWaiting: (() => void) | undefined;
	private committing: Promise<void> = Promise.resolve();
	private underWay = 0;
	/** What brings it up to date could not be stored. */
	private incomplete = false;
	/** Another one stands in its place. */
	private gone = false;
	/** When the device of each session was heard of last before its socket went, epoch milliseconds. */
	private readonly heardOf = new Map<string, number>();

	private constructor(
		name: string,
		key: string,
		content: RoomContent,
		clients: RoomClients,
		deps: RoomDeps
	) {
		this.name = name;
		this.key = key;
		this.content = content;
		this.clients = clients;
		this.deps = deps;
		this.pace = new TellingPace(deps.limits.mergeWindow);
		this.gate = new Gate(this.doc, content.schema(), clients, deps.limits);
	}

	/** Loads what was stored of the room. `key` is its name without the kind. */
	static async load(
		name: string,
		key: string,
		content: RoomContent,
		deps: RoomDeps
	): Promise<Room> {
		const clients = new RoomClients(await readClients(deps.db, name));
		const room = new Room(name, key, content, clients, deps);
		const { snapshotSeq, damaged } = await replayLog(deps.db, name, room.doc);
		for (const { row, reason } of damaged)
			deps.troubles.report(new Error(`${name}: row ${row.seq} of the log is damaged: ${reason}`));
		room.seq = await lastSeq(deps.db, name);
		room.snapshotSeq = snapshotSeq;
		room.projection = content.project?.(key, room.doc);
		room.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			room.answers.add(bytes);
			room.pending.push({ bytes, ...cameFrom(origin) });
			room.schedule();
		});
		if (deps.storage.trouble) room.incomplete = content.complete !== undefined;
		else {
			const complete = await content.complete?.(key);
			if (complete) await room.change(SERVER, complete, []);
		}
		return room;
	}

	/** Takes a socket in: what it may do, then what we have, so that it answers with what we lack. */
	join(connection: Connection): void {
		connection.written = new WritingTime(this.writtenSince(connection));
		this.connections.add(connection);
		connection.early = this.deps.storage.trouble !== null;
		connection.sendStatus();
		this.sendStored(
			connection,
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, MESSAGE.sync);
				syncProtocol.writeSyncStep1(encoder, this.doc);
			})
		);
	}

	leave(connection: Connection): void {
		this.connections.delete(connection);
		this.unsaved.delete(connection);
		this.heardOf.set(connection.sessionHash, connection.written.since);
	}

	/** Since when the device behind a new socket can have written what it brings. */
	private writtenSince({ sessionHash, access }: Connection): number {
		let since = Math.max(access.begins ?? 0, this.heardOf.get(sessionHash) ?? 0);
		for (const other of this.connections)
			if (other.sessionHash === sessionHash) since = Math.max(since, other.written.since);
		return since;
	}

	/** One frame from a client. Frames that are not ours to read end the socket with `badMessage`. */
	receive(connection: Connection, frame: Uint8Array): void {
		// What was queued behind the frame that ended the socket is not worth reading.
		if (connection.socket.readyState !== connection.socket.OPEN) return;
		const decoder = decoding.createDecoder(frame);
		try {
			const type = decoding.readVarUint(decoder);
			if (type !== MESSAGE.sync) {
				if (!connection.inPace(frame.length)) connection.close(CLOSE_CODE.tryLater);
				else if (type === MESSAGE.writing) this.deps.writing(connection);
				// Awareness is dropped: people publish no cursors, and the server counts who is there itself.
				else if (type !== MESSAGE.awareness && type !== MESSAGE.queryAwareness)
					throw new Error(`message type ${type}`);
				return;
			}
			const step = decoding.readVarUint(decoder);
			const bytes = decoding.readVarUint8Array(decoder);
			if (decoding.hasContent(decoder)) throw new Error('trailing bytes');
			if (step === SYNC_STEP_1) this.answerSync(connection, bytes, frame.length);
			else if (step === SYNC_STEP_2 || step === SYNC_UPDATE) this.takeUpdate(connection, bytes);
			else throw new Error(`sync step ${step}`);
			if (step === SYNC_STEP_2) connection.written.saidAll(timeNow());
			else connection.written.heard(timeNow());
		} catch {
			connection.close(CLOSE_CODE.badMessage);
		}
	}

	/**
	 * Changes the document as the server and resolves when the change, and what is `beside` it, is on disk.
	 * Throws the storage's trouble, and `try_later` when the document was given up; nothing was changed then.
	 */
	async change(
		origin: ServerOrigin,
		change: (doc: Y.Doc) => void,
		beside: readonly CompiledQuery[]
	): Promise<void> {
		const { trouble } = this.deps.storage;
		if (trouble) {
			// What the rows say by now is told once it can be stored.
			this.incomplete ||= this.content.complete !== undefined;
			throw new DomainError(trouble);
		}
		if (this.gone) throw new DomainError('try_later');
		this.doc.transact(() => change(this.doc), origin);
		this.beside.push(...beside);
		await this.flush();
	}

	/** Stores what is pending, then tells everybody. Resolves when all that was pending is on disk. */
	flush(): Promise<void> {
		this.stopWaiting?.();
		this.underWay++;
		this.committing = this.committing.then(() => this.commit()).finally(() => this.committed());
		return this.committing;
	}

	/** Storing works again: what could not be brought up to date when it was loaded is loaded anew. */
	completeNow(): void {
		if (this.incomplete && !this.gone) this.giveUp();
	}

	get idle(): boolean {
		return this.connections.size === 0 && this.pending.length === 0 && this.underWay === 0;
	}

	/** Resolves when no commit is under way any more, whatever became of it. */
	get settled(): Promise<void> {
		return this.committing.catch(() => undefined);
	}

	/** Ends every socket to come back later and stores what is pending; nobody may ask for the room any more. */
	async shut(): Promise<void> {
		for (const connection of this.connections) connection.close(CLOSE_CODE.tryLater);
		do await this.flush();
		while (this.pending.length > 0 || this.underWay > 0);
	}

	/** Lets go of the document. The room must be idle, or shut. */
	destroy(): void {
		this.stopWaiting?.();
		this.gate.destroy();
		this.doc.destroy();
	}

	/**
	 * Sees to it that what is pending is stored: at once, or when it is time; after the commit under way.
	 * `gathered` when frames had the time of a commit to come.
	 */
	private schedule(gathered = false): void {
		if (this.stopWaiting || this.underWay > 0) return;
		const wait = this.pace.wait(performance.now());
		if (wait > 0) {
			const timer = setTimeout(this.flushUnheard, wait);
			this.stopWaiting = () => this.waitNoMore(() => clearTimeout(timer));
		} else if (gathered) this.flushUnheard();
		else {
			// Frames that lie there already go into the same commit.
			const immediate = setImmediate(this.flushUnheard);
			this.stopWaiting = () => this.waitNoMore(() => clearImmediate(immediate));
		}
	}

	private readonly flushUnheard = (): void => {
		// A commit that failed was handed to `fatal`; nobody waits for this one.
		this.flush().catch(() => undefined);
	};

	private waitNoMore(clear: () => void): void {
		clear();
		this.stopWaiting = undefined;
	}

	private committed(): void {
		this.underWay--;
		if (this.gone || (this.pending.length === 0 && this.unsaved.size === 0)) return;
		// Where much is owed already, how long to gather is known once the telling that is due was counted.
		if (this.pace.isCrowded(performance.now())) setImmediate(() => this.schedule());
		else this.schedule(true);
	}

	private answerSync(connection: Connection, stateVector: Uint8Array, frameLength: number): void {
		if (!connection.inPace(frameLength)) connection.close(CLOSE_CODE.tryLater);
		else if (++connection.asked > this.deps.limits.syncsPerSocket) connection.close();
		else {
			// A replica may hold what the document does not, from each time that its page was open.
			const clients = this.doc.store.clients.size + this.deps.limits.unknownClients;
			if (stateVector.length > clients * STATE_VECTOR_ENTRY)
				throw new Error(`a state vector of ${stateVector.length} bytes`);
			this.sendStored(connection, ...this.answers.to(stateVector));
		}
	}

	/**
	 * Sends what was read from the document once all of it is on disk: what a client learned from us must
	 * still be ours after a crash, or it would come back as somebody else's forgery.
	 */
	private sendStored(connection: Connection, ...frames: readonly Uint8Array[]): void {
		const send = (): void => {
			for (const frame of frames) connection.send(frame);
		};
		if (this.pending.length === 0 && this.underWay === 0) send();
		else this.flush().then(send, () => undefined);
	}

	private takeUpdate(connection: Connection, bytes: Uint8Array): void {
		connection.received++;
		if (connection.refused || this.gone) return;
		if (!connection.inPace(bytes.length)) {
			// It comes back and sends what it has in one frame.
			connection.close(CLOSE_CODE.tryLater);
			return;
		}
		const { actor, access } = connection;
		if (connection.held) return;
		const verdict = this.gate.judge(bytes, { actorId: actor.id, rights: access.rights });
		if (verdict.kind === 'again') connection.close(CLOSE_CODE.outOfStep);
		else if (verdict.kind === 'refused') this.refuse(connection, verdict.code);
		else if (verdict.kind === 'accepted' && this.holds(connection)) return;
		else {
			if (verdict.kind === 'accepted' && !this.apply(connection, verdict.update)) return;
			if (verdict.kind === 'accepted') this.settle(connection);
			if (verdict.kind === 'accepted')
				for (const client of verdict.clients) this.clients.bind(client, actor.id);
			connection.unsaved = connection.received;
			this.unsaved.add(connection);
			this.schedule();
		}
	}

	/**
	 * True when what a socket sends cannot be stored now: it is neither applied, so that nobody sees what may be
	 * gone, nor acknowledged, so that its device keeps it and sends it again.
	 */
	private holds(connection: Connection): boolean {
		connection.held = this.deps.storage.trouble !== null;
		return connection.held;
	}

	/** Applies what the gate let through. False when that failed, which the gate is there to rule out. */
	private apply(connection: Connection, update: Uint8Array): boolean {
		try {
			Y.applyUpdate(this.doc, update, connection);
			const { pendingStructs, pendingDs } = this.doc.store;
			if (pendingStructs === null && pendingDs === null) return true;
			this.abandon(new Error(`${this.name}: an update that passed the gate waits for more`));
		} catch (cause) {
			this.abandon(new Error(`${this.name}: an update that passed the gate failed`, { cause }));
		}
		return false;
	}

	/** Writes beside what was applied what the server knows better: it goes into the same commit. */
	private settle({ actor, access, written }: Connection): void {
		const writer = { actorId: actor.id, rights: access.rights };
		const settle = this.gate.settle(writer, written.span(timeNow()));
		if (settle) this.doc.transact(settle, SERVER);
	}

	/** The document may be half changed: forget it, so that it is loaded anew from what is on disk. */
	private abandon(error: unknown): void {
		this.deps.troubles.report(error);
		this.giveUp();
	}

	/** Has another one loaded in its place, to which everybody comes by themselves. */
	private giveUp(): void {
		this.gone = true;
		this.stopWaiting?.();
		this.pending = [];
		this.beside = [];
		this.unsaved.clear();
		for (const connection of this.connections) connection.close(CLOSE_CODE.tryLater);
		this.deps.abandoned(this);
	}

	private refuse(connection: Connection, code: ErrorCode): void {
		connection.refused = true;
		if (connection.acknowledges) connection.send(encodeRefused(connection.received, code));
		else connection.close(CLOSE_CODE.forbidden);
	}

	private async commit(): Promise<void> {
		const { pending: batch, beside } = this;
		const waiting = [...this.unsaved].map((connection) => ({
			connection,
			count: connection.unsaved
		}));
		this.pending = [];
		this.beside = [];
		this.unsaved.clear();
		if (batch.length === 0 && beside.length === 0) {
			acknowledge(waiting);
			return;
		}
		const seq = this.seq + batch.length;
		// Taken now, with its number, so that it holds what this commit stores and nothing else.
		const due = seq - this.snapshotSeq >= this.deps.limits.snapshotEvery;
		const state = due ? Y.encodeStateAsUpdate(this.doc) : undefined;
		const { db } = this.deps;
		await this.store([
			...appendUpdates(db, this.name, this.seq, batch, timeNow()),
			...bindClients(db, this.name, this.clients.takeFresh()),
			...(this.projection?.take(db) ?? []),
			...beside
		]);
		this.seq = seq;
		// The authors first: theirs is the note whose fate is open. The others while the next sync runs.
		acknowledge(waiting);
		if (batch.length > 0) setImmediate(() => this.relay(batch));
		if (state) await this.snapshot(seq, state);
		this.content.stored?.(this.key, this.doc).catch((error: unknown) => {
			this.deps.troubles.report(error);
		});
	}

	/** Stores a commit. What could not be stored is in the document all the same, which is given up therefore. */
	private async store(statements: readonly CompiledQuery[]): Promise<void> {
		try {
			await this.deps.commits.store(statements);
		} catch (error) {
			if (storageTroubleOf(error) && !this.gone) this.abandon(error);
			throw error;
		}
	}

	/** Sends what was stored to everybody but the one it all came from. */
	private relay(batch: readonly Pending[]): void {
		const start = performance.now();
		const [first] = batch;
		const writer = batch.every(({ from }) => from === first?.from) ? first?.from : undefined;
		const update =
			batch.length === 1 && first ? first.bytes : Y.mergeUpdates(batch.map(({ bytes }) => bytes));
		const frame = frameOnce(syncFrame(SYNC_UPDATE, update));
		for (const connection of this.connections)
			if (connection !== writer) connection.sendFramed(frame);
		this.pace.tell(batch.length, start, performance.now());
	}

	private async snapshot(seq: number, state: Uint8Array): Promise<void> {
		try {
			await takeSnapshot(this.deps.db, this.name, seq, state, timeNow());
			this.snapshotSeq = seq;
		} catch (error) {
			// The log holds everything all the same; a later commit tries again.
			this.deps.troubles.report(error);
		}
	}
}

/** Tells clients up to which of their frames everything is on disk. */
function acknowledge(
	waiting: readonly { readonly connection: Connection; readonly count: number }[]
): void {
	for (const { connection, count } of waiting)
		if (connection.acknowledges) connection.send(encodeSaved(count));
}

function cameFrom(origin: unknown): { actorId: string | null; from: Connection | undefined } {
	if (typeof origin !== 'object' || origin === null) return { actorId: null, from: undefined };
	if ('socket' in origin) {
		const from = origin as Connection;
		return { actorId: from.actor.id, from };
	}
	const actorId = 'actorId' in origin ? (origin as ServerOrigin).actorId : null;
	return { actorId, from: undefined };
}
