import { timeNow } from '../../time/clock.ts';
import type { Connection } from './connection.ts';

/** Pings in a row that may stay unanswered: a bad network stands still for some seconds and goes on. */
const MOST_UNANSWERED = 2;

/** The sockets that were let in, of all rooms. */
export class OpenSockets {
	private readonly sockets = new Set<Connection>();
	private beats = 0;
	private readonly perSession = new Map<string, number>();

	get count(): number {
		return this.sockets.size;
	}

	add(connection: Connection): void {
		this.sockets.add(connection);
		const { sessionHash } = connection;
		this.perSession.set(sessionHash, this.ofSession(sessionHash) + 1);
	}

	/** Takes a socket out; it must be in. */
	remove(connection: Connection): void {
		this.sockets.delete(connection);
		const { sessionHash } = connection;
		const left = this.ofSession(sessionHash) - 1;
		if (left > 0) this.perSession.set(sessionHash, left);
		else this.perSession.delete(sessionHash);
	}

	/** How many sockets a session has. */
	ofSession(sessionHash: string): number {
		return this.perSession.get(sessionHash) ?? 0;
	}

	/** The actor ids of a workshop's guests who have a socket. */
	guestsOf(workshopId: string): ReadonlySet<string> {
		const ids = new Set<string>();
		for (const { actor } of this.sockets)
			if (actor.kind === 'guest' && actor.workshopId === workshopId) ids.add(actor.id);
		return ids;
	}

	/** Ends those that `concerns` is true of. */
	close(code: Parameters<Connection['close']>[0], concerns: (one: Connection) => boolean): void {
		for (const connection of this.sockets) if (concerns(connection)) connection.close(code);
	}

	/** Tells all of them how they stand. */
	tellStatus(): void {
		for (const connection of this.sockets) connection.sendStatus();
	}

	/**
	 * Ends those that left {@link MOST_UNANSWERED} pings unanswered or have not begun after `helloWithin`
	 * milliseconds, and asks the others for an answer. Looks at every `parts`-th socket at a time, in turn, so that
	 * nobody waits until a thousand were asked.
	 */
	beat(helloWithin: number, parts = 1): void {
		const late = timeNow() - helloWithin;
		const part = this.beats++ % parts;
		let at = 0;
		for (const connection of this.sockets) {
			if (at++ % parts !== part) continue;
			if (connection.unanswered >= MOST_UNANSWERED) connection.socket.terminate();
			else if (connection.asked === 0 && connection.since <= late) connection.close();
			connection.unanswered++;
			connection.socket.ping();
			connection.sendStatus();
		}
	}
}
