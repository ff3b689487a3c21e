import type { CompiledQuery } from 'kysely';
import type * as Y from 'yjs';
import type { Actor } from '../../domain/people/actor.ts';
import type { DocumentRights } from '../../domain/policy.ts';
import type { DocumentSchema } from '../../gate/schemas/document-schema.ts';
import type { Presence } from '../../realtime/presence.ts';
import type { RootDb, Trx } from '../db/database.ts';

/** What one actor may do in one room now. */
export interface RoomAccess {
	readonly read: boolean;
	readonly rights: DocumentRights;
	/** Gets presence: counts of people by category. */
	readonly presence: boolean;
	/** Nothing was written there before, epoch milliseconds; left out where nobody asks. */
	readonly begins?: number;
}

/**
 * What a slice gives the rooms for one kind of document. The rooms know Yjs, sockets and the log; what
 * stands in a document, who may open it and which rows follow from it is the slice's. `key` is what
 * stands after the kind in a room's name: the id that clients name, or what {@link roomOf} made of it.
 */
export interface RoomContent<Facts = unknown> {
	/** The key of the room that an actor gets for the id they name, where it is not that id itself. */
	roomOf?(actor: Actor, id: string): Promise<string>;
	/**
	 * What decides access, read once for all sockets of the room: at connecting, and when something
	 * changed. Throws `not_found`.
	 */
	facts(key: string): Promise<Facts>;
	/** What an actor may do, by the facts. */
	access(actor: Actor, key: string, facts: Facts): Promise<RoomAccess>;
	/** The closed list of what may stand in the document, for the gate. */
	schema(): DocumentSchema;
	/**
	 * Gives what brings a loaded document up to date: with a schema that something joined, or with the rows
	 * that it shows. What that changes is stored as the server's own before anybody is served.
	 */
	complete?(key: string): Promise<(doc: Y.Doc) => void>;
	/** Starts to follow a loaded document; rows are written in the commit that stores its updates. */
	project?(key: string, doc: Y.Doc): RoomProjection;
	/** The rows that {@link project} writes. */
	readonly rows?: ProjectedRows;
	/** Called after each commit that changed the document, and when the room was loaded. */
	stored?(key: string, doc: Y.Doc): Promise<void>;
	/** Who is there: `connected` are the actors with an open socket here, `writing` ids of who writes now. */
	presence?(
		key: string,
		connected: readonly Actor[],
		writing: ReadonlySet<string>
	): Promise<Presence>;
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
	/**
	 * Takes what changed since the last call, as it stands at this moment, and gives the statements that
	 * write it, for the transaction of the commit. They read nothing, so that a commit waits for nothing.
	 */
	take(db: RootDb): readonly CompiledQuery[];
}

/** How a slice's projected rows are listed and taken away, for proving and rebuilding them. */
export interface ProjectedRows {
	/** All rows that follow from the document, in any order, each a plain object. */
	list(trx: Trx, key: string): Promise<readonly object[]>;
	clear(trx: Trx, key: string): Promise<void>;
}
