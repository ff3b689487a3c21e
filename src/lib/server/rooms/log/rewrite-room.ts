import type { CompiledQuery } from 'kysely';
import * as Y from 'yjs';
import type { RootDb, Trx } from '../../db/database.ts';
import type { RoomContent } from '../room-content.ts';
import { eraseWords } from './erase-words.ts';
import { checksumOf, isIntact, type LogRow } from './log-row.ts';
import { applyRows } from './replay-log.ts';
import {
	appendUpdates,
	damagedNumbers,
	findSnapshot,
	lastSeq,
	readRows,
	replaceBytes,
	type NewUpdate
} from './room-log.ts';

/** What is taken out of a stored room for ever. */
export interface Erasure {
	/**
	 * For the document as it is before: true for the key of an entry whose words go, whoever wrote them; not for
	 * what stands in the place of words that went before.
	 */
	readonly concerns: (doc: Y.Doc) => (key: string) => boolean;
	/** Changes the document afterwards, as the server. */
	readonly change: (doc: Y.Doc) => void;
}

/** What has to be written so that nothing stored of a room holds the words any more. */
export interface RoomRewriting {
	write(trx: Trx): Promise<void>;
}

type LogTable = 'doc_archive' | 'doc_update' | 'doc_snapshot' | 'doc_damaged';

/** Rows decoded in one go; live rooms get a turn in between. */
const ROWS_AT_ONCE = 200;

/** Bytes of a row that cannot be read, so that nobody can say whose words it holds. */
const NOTHING = new Uint8Array();

/**
 * Works out what an erasure makes of the log, the archive and the snapshot of a room, which nobody may use
 * until it is written. Words become blots of the same ids and lengths ({@link eraseWords}), what the erasure
 * changes afterwards is the next row of the log, and projected rows follow. Rows that are damaged or were set aside
 * lose their bytes. Reads only. The change bears the time of the one before it, or `at` where none is left: a time of
 * its own, alike in several rooms, would tell which entries went together.
 */
export async function prepareRewriting(
	db: RootDb,
	room: string,
	key: string,
	content: RoomContent,
	{ concerns, change }: Erasure,
	at: number
): Promise<RoomRewriting> {
	const archive = await readRows(db, 'doc_archive', room);
	const log = await readRows(db, 'doc_update', room);
	const snapshot = await findSnapshot(db, room);
	const words = new WordPlaces(concerns);
	applyRows(room, words.doc, archive);
	if (snapshot && isIntact(room, snapshot)) takeQuietly(words.doc, snapshot.bytes);
	applyRows(room, words.doc, log);

	const rewritten: { table: LogTable; seq: number; bytes: Uint8Array; checksum: number | null }[] =
		[];
	const rewrite = <Row extends Pick<LogRow, 'seq' | 'bytes' | 'checksum'>>(
		table: LogTable,
		row: Row
	): Row => {
		const bytes = isIntact(room, row) ? words.without(row.bytes) : NOTHING;
		if (!bytes) return row;
		// A row that was damaged stays one.
		const checksum = bytes === NOTHING ? row.checksum : checksumOf(room, row.seq, bytes);
		rewritten.push({ table, seq: row.seq, bytes, checksum });
		return { ...row, bytes, checksum };
	};
	const rewriteAll = async (table: LogTable, rows: readonly LogRow[]): Promise<LogRow[]> => {
		const done: LogRow[] = [];
		for (const row of rows) {
			done.push(rewrite(table, row));
			if (done.length % ROWS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
		}
		return done;
	};
	const oldRows = await rewriteAll('doc_archive', archive);
	const newRows = await rewriteAll('doc_update', log);
	const state = snapshot && rewrite('doc_snapshot', snapshot);
	words.doc.destroy();

	const doc = new Y.Doc();
	if (state && isIntact(room, state)) {
		takeQuietly(doc, state.bytes);
		applyRows(
			room,
			doc,
			newRows.filter(({ seq }) => seq > state.seq)
		);
	} else applyRows(room, doc, [...oldRows, ...newRows]);
	const { updates, statements } = changeOf(db, doc, key, content, change);
	const seq = await lastSeq(db, room);
	const appended = appendUpdates(db, room, seq, updates, lastTime([...archive, ...log]) ?? at);
	const aside = await damagedNumbers(db, room);
	doc.destroy();

	return {
		async write(trx) {
			for (const { table, ...row } of rewritten) await replaceBytes(trx, table, room, row);
			for (const seq of aside)
				await replaceBytes(trx, 'doc_damaged', room, { seq, bytes: NOTHING });
			for (const statement of [...appended, ...statements]) await trx.executeQuery(statement);
		}
	};
}

function changeOf(
	db: RootDb,
	doc: Y.Doc,
	key: string,
	content: RoomContent,
	change: (doc: Y.Doc) => void
): { updates: NewUpdate[]; statements: readonly CompiledQuery[] } {
	const projection = content.project?.(key, doc);
	const updates: NewUpdate[] = [];
	doc.on('update', (bytes: Uint8Array) => updates.push({ bytes, actorId: null }));
	doc.transact(() => change(doc));
	return { updates, statements: projection?.take(db) ?? [] };
}

/** When the last of these rows was stored. */
function lastTime(rows: readonly Pick<LogRow, 'at'>[]): number | undefined {
	return rows.at(-1)?.at;
}

function takeQuietly(doc: Y.Doc, bytes: Uint8Array): void {
	Y.applyUpdate(doc, bytes);
	doc.store.pendingStructs = null;
	doc.store.pendingDs = null;
}

/** Finds out which characters stand in entries that lose their words, deleted ones included. */
class WordPlaces {
	/** Forgets nothing, so that each character that was ever written has its place. */
	readonly doc = new Y.Doc({ gc: false });
	private readonly concerns: (doc: Y.Doc) => (key: string) => boolean;
	private asked: ((key: string) => boolean) | undefined;
	private readonly known = new Map<unknown, boolean>();

	/** `concerns` is asked once everything was put in. */
	constructor(concerns: (doc: Y.Doc) => (key: string) => boolean) {
		this.concerns = concerns;
	}

	/** The update without the words, {@link NOTHING} where it cannot be read, undefined where it holds none. */
	without(bytes: Uint8Array): Uint8Array | undefined {
		try {
			return eraseWords(bytes, (id) => this.isErased(id));
		} catch {
			return NOTHING;
		}
	}

	/** True also for what has no place here, since nobody can say whose words it is. */
	private isErased(id: Y.ID): boolean {
		const { store } = this.doc;
		if (id.clock >= Y.getState(store, id.client)) return true;
		const item: Y.Item | Y.GC = Y.getItem(store, id);
		if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return true;
		const known = this.known.get(item.parent);
		if (known !== undefined) return known;
		const key = outermostKey(item.parent);
		this.asked ??= this.concerns(this.doc);
		const erased = key === undefined || this.asked(key);
		this.known.set(item.parent, erased);
		return erased;
	}
}

/** The key of the entry of a root that a type stands in, at whatever depth. */
function outermostKey(type: Y.AbstractType<unknown>): string | undefined {
	let key: string | undefined;
	for (let holder = type._item; holder !== null;) {
		key = holder.parentSub ?? key;
		const { parent } = holder;
		if (!(parent instanceof Y.AbstractType)) return undefined;
		holder = parent._item;
	}
	return key;
}
