import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { notesOf, readNote } from '#lib/board/board-doc.ts';
import { membersOf } from '#lib/board/clusters-doc.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import type { Found } from './fact-ledger.ts';
import '#lib/server/notes/note.table.ts';
import '#lib/server/rooms/room.table.ts';

/** What stands for the text of a note that was deleted. */
export const DELETED = '∅';

export const textFact = (key: string): string => `text of ${key}`;
export const columnFact = (key: string): string => `column of ${key}`;
export const clusterFact = (ref: string): string => `cluster of ${ref}`;

/** The facts in a board's document. */
export function boardFacts(doc: Y.Doc): Map<string, string> {
	const facts = new Map<string, string>();
	for (const [key, map] of notesOf(doc)) {
		const note = readNote(key, map);
		if (!note) continue;
		facts.set(textFact(key), note.deleted ? DELETED : note.text);
		facts.set(columnFact(key), note.columnId);
	}
	return facts;
}

/** The facts in a workshop's document of clusters. */
export function clusterFacts(doc: Y.Doc): Map<string, string> {
	return new Map([...membersOf(doc)].map(([ref, cluster]) => [clusterFact(ref), cluster]));
}

/** What the disk of a stopped or killed server holds, read from a copy so that it is left as it was. */
export interface StoredFacts {
	/** From the rows of `note`. */
	readonly rows: Found;
	/** From the documents that the log gives. */
	readonly log: Found;
	/** Every fact of the log. */
	readonly all: ReadonlySet<string>;
	/** The documents, by room. */
	readonly docs: ReadonlyMap<string, Y.Doc>;
}

export async function readStoredFacts(
	dataDir: string,
	rooms: { boards: readonly string[]; clusters: string }
): Promise<StoredFacts> {
	return withCopy(dataDir, async (db) => {
		const rows = new Map<string, string>();
		for (const note of await db.selectFrom('note').selectAll().execute()) {
			rows.set(textFact(note.key), note.deleted ? DELETED : note.text);
			rows.set(columnFact(note.key), note.column_id);
		}
		const docs = new Map<string, Y.Doc>();
		for (const room of [...rooms.boards, rooms.clusters])
			docs.set(room, await readDocument(db, room));
		const log = new Map<string, string>();
		for (const [room, doc] of docs)
			for (const [fact, value] of room === rooms.clusters ? clusterFacts(doc) : boardFacts(doc))
				log.set(fact, value);
		return {
			// Clusters have rows too; which of them stand depends on the clusters, so the log speaks for them.
			rows: (fact) => rows.get(fact) ?? (fact.startsWith('cluster') ? log.get(fact) : undefined),
			log: (fact) => log.get(fact),
			all: new Set(log.keys()),
			docs
		};
	});
}

/** A document from its snapshot and the log after it, by plain Yjs and nothing of the server's. */
async function readDocument(db: RootDb, room: string): Promise<Y.Doc> {
	const doc = new Y.Doc();
	const snapshot = await db
		.selectFrom('doc_snapshot')
		.select(['seq', 'bytes'])
		.where('room', '=', room)
		.executeTakeFirst();
	if (snapshot) Y.applyUpdate(doc, new Uint8Array(snapshot.bytes));
	const updates = await db
		.selectFrom('doc_update')
		.select('bytes')
		.where('room', '=', room)
		.where('seq', '>', snapshot?.seq ?? 0)
		.orderBy('seq')
		.execute();
	for (const { bytes } of updates) Y.applyUpdate(doc, new Uint8Array(bytes));
	return doc;
}

async function withCopy<T>(dataDir: string, read: (db: RootDb) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'tachawor-copy-'));
	for (const name of ['tachawor.db', 'tachawor.db-wal'])
		if (existsSync(join(dataDir, name))) await copyFile(join(dataDir, name), join(folder, name));
	const db = openSqlite(join(folder, 'tachawor.db'));
	try {
		return await read(db);
	} finally {
		await db.destroy();
		await rm(folder, { recursive: true, force: true });
	}
}
