/** The append-only log: what Yjs emitted, in the order of commits. `seq` counts from 1 in each room. */
export interface DocUpdateTable {
	room: string;
	seq: number;
	actor_id: string | null;
	bytes: Uint8Array;
	at: number;
	epoch: number;
}

/** The whole state up to and with `seq`. */
export interface DocSnapshotTable {
	room: string;
	seq: number;
	bytes: Uint8Array;
	at: number;
}

/** Which actor stands behind a pseudonym on a board; the pseudonym is a keyed hash of both. */
export interface BoardAuthorTable {
	board: string;
	pseudonym: string;
	actor_id: string;
}

/** Secrets of this installation, such as the key of the pseudonyms. */
export interface SecretTable {
	name: string;
	value: string;
}

declare module '../db/database.ts' {
	interface Database {
		doc_update: DocUpdateTable;
		doc_snapshot: DocSnapshotTable;
		board_author: BoardAuthorTable;
		secret: SecretTable;
	}
}
