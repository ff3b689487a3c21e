/** The append-only log: what Yjs emitted, in the order of commits. `seq` counts from 1 in each room. */
export interface DocUpdateTable {
	room: string;
	seq: number;
	actor_id: string | null;
	bytes: Uint8Array;
	at: number;
	epoch: number;
	/** CRC-32 over room, number and bytes; null for rows older than checksums. */
	checksum: number | null;
}

/** Rows of the log that a verified snapshot holds: out of the hot path, kept for history. */
export type DocArchiveTable = DocUpdateTable;

/** Rows that were found damaged at start and set aside, with what was wrong. */
export interface DocDamagedTable extends DocUpdateTable {
	reason: string;
	found_at: number;
}

/** Whose a Yjs client id is in a room. The first write binds it; the server's own stand nowhere. */
export interface DocClientTable {
	room: string;
	client: number;
	actor_id: string;
}

/** The whole state up to and with `seq`. */
export interface DocSnapshotTable {
	room: string;
	seq: number;
	bytes: Uint8Array;
	at: number;
	/** As in the log. */
	checksum: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		doc_update: DocUpdateTable;
		doc_snapshot: DocSnapshotTable;
		doc_archive: DocArchiveTable;
		doc_damaged: DocDamagedTable;
		doc_client: DocClientTable;
	}
}
