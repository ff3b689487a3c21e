/** Every limit of the live rooms, in one place. */
export const ROOM_LIMITS = {
	/** Bytes of one message from a client. */
	messageBytes: 1024 * 1024,
	/** Milliseconds that outgoing updates of a room are gathered: fan-out, not Yjs, is the cost. */
	mergeWindow: 25,
	/** Bytes that may wait for a slow reader before its socket is ended. */
	bufferedBytes: 8 * 1024 * 1024,
	/** Counted frames that one socket may send at once, and again in each second after that. */
	framesAtOnce: 400,
	framesPerSecond: 40,
	/** Frames that may arrive before a socket is let in. */
	earlyFrames: 32,
	/** Times that one socket may ask for the state; the stock client asks once, and each costs an encoding. */
	syncsPerSocket: 32,
	/** Sockets of one session at the same time. */
	socketsPerSession: 60,
	/** Milliseconds between heartbeats; the stock client gives up after 30 s of silence. */
	heartbeat: 15_000,
	/** Log rows after which a snapshot is made. */
	snapshotEvery: 2000,
	/** Milliseconds that an empty room stays in memory. */
	idle: 30_000,
	/** Milliseconds between two presence messages of a room. */
	presenceEvery: 500
} as const;
