import type * as Y from 'yjs';
import type { Actor } from '../../domain/actor.ts';
import type { Presence } from '../../realtime/presence.ts';
import type { Trx } from '../db/database.ts';

/** What one actor may do in one room now. */
export interface RoomAccess {
	readonly read: boolean;
	readonly write: boolean;
	/** Gets presence: counts of people by category. */
	readonly presence: boolean;
	/** The actor's pseudonym on a board, else null. */
	readonly pseudonym: string | null;
}

/**
 * What a slice gives the rooms for one kind of document. The rooms know Yjs, sockets and the log; what
 * stands in a document, who may open it and which rows follow from it is the slice's.
 */
export interface RoomContent {
	/** Asked at connecting and again when something changed. Throws `not_found`. */
	access(actor: Actor, id: string): Promise<RoomAccess>;
	/** Starts to follow a loaded document; rows are written in the commit that stores its updates. */
	project?(id: string, doc: Y.Doc): RoomProjection;
	/** Counts to show beside those connected; `connected` are the guests with an open socket. */
	presence?(id: string, connected: readonly Actor[]): Promise<Presence>;
}

/** Where the rooms tell what went wrong and nobody waits for. */
export interface RoomTroubles {
	/** A commit failed: ends the process rather than answer falsely. */
	fatal(error: unknown): void;
	/** Something failed that loses nothing; it is written to the log. */
	report(error: unknown): void;
}

/** Rows that follow from a document. */
export interface RoomProjection {
	/** Writes what changed since the last call. Runs inside the commit: no await but queries of `trx`. */
	write(trx: Trx): Promise<void>;
}
