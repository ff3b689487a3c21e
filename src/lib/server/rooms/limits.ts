import { GATE_LIMITS, type GateLimits } from '../../gate/gate-limits.ts';

/**
 * Every limit of the live rooms, in one place; those that an update itself has to keep are the gate's. An
 * operator changes one by the variable `LIMIT_` and its name, as `LIMIT_NOTES_PER_PERSON`;
 * docs/configuration.md lists them.
 */
export interface LiveLimits extends GateLimits {
	/** Bytes of one message from a client. */
	readonly messageBytes: number;
	/**
	 * Milliseconds that updates of a room are gathered at the most before they are stored and relayed; how
	 * long follows the load, and a quiet room does not wait at all.
	 */
	readonly mergeWindow: number;
	/** Bytes that may wait for a slow reader before its socket is ended. */
	readonly bufferedBytes: number;
	/** Counted frames that one socket may send at once, and again in each second after that. */
	readonly framesAtOnce: number;
	readonly framesPerSecond: number;
	/** Bytes of counted frames that one socket may send at once, and again in each second after that. */
	readonly bytesAtOnce: number;
	readonly bytesPerSecond: number;
	/** Frames that may arrive before a socket is let in. */
	readonly earlyFrames: number;
	/** Times that one socket may ask for the state; the stock client asks once, and each costs an encoding. */
	readonly syncsPerSocket: number;
	/** Clients in a state vector that the document does not know: a page has a new one each time it is opened. */
	readonly unknownClients: number;
	/** Sockets of one session at the same time. */
	readonly socketsPerSession: number;
	/**
	 * Sockets from one network address at the same time, which a whole hall shares; more are refused before they are
	 * upgraded. The machine itself, where a proxy may be, is not counted.
	 */
	readonly socketsPerAddress: number;
	/** Milliseconds that a socket may be open before it asks for the state; looked at with each heartbeat. */
	readonly helloWithin: number;
	/**
	 * Milliseconds between two heartbeats of one socket, which tell its client that the server is there; a client of
	 * ours gives up after 9 s of silence, the stock one after 30.
	 */
	readonly heartbeat: number;
	/** Log rows after which a snapshot is made and the rows before it are archived. */
	readonly snapshotEvery: number;
	/** Milliseconds that an empty room stays in memory. */
	readonly idle: number;
	/** Milliseconds between two presence messages of a room. */
	readonly presenceEvery: number;
	/** Milliseconds that a person counts as writing after they were last said to. */
	readonly writingFor: number;
	/** People who may join one workshop within an hour. */
	readonly joinsPerHour: number;
	/** People who may join within a minute from one network address, which a hall shares. */
	readonly joinsPerMinute: number;
}

export const LIVE_LIMITS: LiveLimits = {
	...GATE_LIMITS,
	messageBytes: 1024 * 1024,
	mergeWindow: 30,
	bufferedBytes: 8 * 1024 * 1024,
	framesAtOnce: 400,
	framesPerSecond: 40,
	bytesAtOnce: 4 * 1024 * 1024,
	bytesPerSecond: 128 * 1024,
	earlyFrames: 32,
	syncsPerSocket: 32,
	unknownClients: 1000,
	socketsPerSession: 60,
	socketsPerAddress: 4000,
	helloWithin: 20_000,
	heartbeat: 3_000,
	snapshotEvery: 2000,
	idle: 30_000,
	presenceEvery: 500,
	writingFor: 8_000,
	joinsPerHour: 5000,
	joinsPerMinute: 2000
};

/** The variable that changes a limit, as `LIMIT_MESSAGE_BYTES`. */
export function limitVariable(name: string): string {
	return `LIMIT_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}
