import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Actor } from '../../../domain/people/actor.ts';
import { CLOSE_CODE, type CloseCode } from '../../../realtime/close-code.ts';
import { encodeStatus } from '../../../realtime/frame.ts';
import type { StorageHealth } from '../../db/storage/storage-health.ts';
import { frameOnce } from './frame-once.ts';
import type { LiveLimits } from '../limits.ts';
import { Pace } from './pace.ts';
import type { RoomAccess } from '../room-content.ts';
import type { Visitor } from './visitor.ts';
import { timeNow } from '../../time/clock.ts';
import { WritingTime } from './writing-time.ts';

/** An accepted WebSocket and the connection that it took over. */
export interface Line {
	readonly socket: WebSocket;
	readonly stream: Duplex;
}

/** One socket in one room. */
export class Connection {
	readonly socket: WebSocket;
	/** What is under the socket: frames that were made once for many go there. */
	private readonly stream: Duplex;
	/** Changes when the person's category or an account's regions do. */
	actor: Actor;
	/** Of the session's secret, or of a screen's token. */
	readonly sessionHash: string;
	/** True when the client understands our own messages. */
	readonly acknowledges: boolean;
	access: RoomAccess;
	/** When it was let in, epoch milliseconds. */
	readonly since: number;
	/** Times that it asked for the state. */
	asked = 0;
	/** Counted frames that came in. */
	received = 0;
	/** The last counted frame that waits for the next commit; 0 for none. */
	unsaved = 0;
	/** It sent what cannot be stored now: nothing that follows is taken or acknowledged before it comes anew. */
	held = false;
	/** It came while nothing could be stored, and comes anew once something can. */
	early = false;
	/** Set by the first refusal: what follows would depend on it. */
	refused = false;
	/** When what comes can have been written; the room knows since when. */
	written = new WritingTime(0);
	/** Pings since its last answer to one. */
	unanswered = 0;
	private readonly storage: Pick<StorageHealth, 'trouble'>;
	private readonly limits: LiveLimits;
	private readonly frames: Pace;
	private readonly bytes: Pace;

	constructor(
		line: Line,
		who: Visitor & { access: RoomAccess },
		storage: Pick<StorageHealth, 'trouble'>,
		limits: LiveLimits
	) {
		this.socket = line.socket;
		this.stream = line.stream;
		this.actor = who.actor;
		this.sessionHash = who.sessionHash;
		this.acknowledges = who.acknowledges;
		this.access = who.access;
		this.storage = storage;
		this.limits = limits;
		const now = timeNow();
		this.since = now;
		this.frames = new Pace(limits.framesAtOnce, limits.framesPerSecond, now);
		this.bytes = new Pace(limits.bytesAtOnce, limits.bytesPerSecond, now);
	}

	/** False when a counted frame comes faster than one socket may send. */
	inPace(bytes: number): boolean {
		const now = timeNow();
		return this.frames.take(1, now) && this.bytes.take(bytes, now);
	}

	/** Sends a message. A reader that is too slow is ended before it costs memory; it will sync again. */
	send(message: Uint8Array): void {
		this.sendFramed(frameOnce(message));
	}

	/** Likewise for what {@link frameOnce} made for many. The socket holds no frame back, so the order stays. */
	sendFramed(frame: Buffer): void {
		if (this.isFast()) this.stream.write(frame);
	}

	/** Tells the client what it may do and what time it is here. Doubles as the heartbeat. */
	sendStatus(): void {
		if (!this.acknowledges) return;
		const { own, all, pseudonym, merged } = this.access.rights;
		const { role = null, seats = [] } = this.actor.kind === 'guest' ? this.actor : {};
		this.send(
			encodeStatus({
				now: timeNow(),
				mayWrite: own || all,
				mayChangeAll: all,
				pseudonym,
				merged,
				role,
				seats,
				trouble: this.storage.trouble
			})
		);
	}

	/** It answered a ping. */
	answered(): void {
		this.unanswered = 0;
		this.written.heard(timeNow());
	}

	close(code: CloseCode = CLOSE_CODE.tryLater): void {
		this.socket.close(code);
	}

	private isFast(): boolean {
		if (this.socket.readyState !== this.socket.OPEN) return false;
		if (this.stream.writableLength <= this.limits.bufferedBytes) return true;
		this.socket.terminate();
		return false;
	}
}
