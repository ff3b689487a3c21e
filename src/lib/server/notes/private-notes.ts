import { setImmediate, setTimeout } from 'node:timers/promises';
import * as Y from 'yjs';
import {
	carryNotes,
	changesBetween,
	readAllNotes,
	type OwnChange
} from '../../board/carry-notes.ts';
import type { RootDb } from '../db/database.ts';
import type { LogRow } from '../rooms/log/log-row.ts';
import { applyRows } from '../rooms/log/replay-log.ts';
import type { RoomTroubles } from '../rooms/room-content.ts';
import { readRows } from '../rooms/log/room-log.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { listBrought, markBrought, type Brought } from './private-reveal.repository.ts';
import type { WordsLock } from './words-lock.ts';
import { readPrivateRoomKey } from '../../realtime/private-room-key.ts';
import { isRevealedBoard, listRevealedBoards } from '../reads/board-facts.ts';
import { writtenPrivateRooms } from '../reads/private-rooms.ts';

/** The way of private notes to the board. Rules [PV4] to [PV8]. */
export interface PrivateNotes {
	/**
	 * Brings to a board that was revealed, as one update, all that stands in its private rooms and
	 * is not there yet; resolves when it is on disk. Does nothing before the reveal.
	 */
	bring(boardId: string): Promise<void>;
	/** As {@link bring}, after something was stored in the private room of that key. */
	bringFrom(key: string): Promise<void>;
	/** After a start: finishes what the end of the process before may have cut off. */
	bringAll(): Promise<void>;
	/** Forgets what it read of private rooms, since it was written anew. */
	forget(): void;
	/** Resolves when nothing is under way; what comes after that waits for the next start. */
	close(): Promise<void>;
}

/** Milliseconds. */
const GATHERED_FOR = 150;
const MOST_REPLAYED = 64;

/** A private document as its log says it up to a row. */
interface Replayed {
	readonly doc: Y.Doc;
	readonly seq: number;
}

/**
 * What is brought is read from the log, never from memory: a note stands on the board only once it is on
 * disk where its author wrote it. How far each room was brought is stored after the board, so that a
 * process that ends in between brings the same again, which changes nothing.
 */
export function privateNotes(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'change'>;
	troubles: RoomTroubles;
	words: WordsLock;
}): PrivateNotes {
	const { db, rooms, troubles, words } = deps;
	/** One at a time for each board; whoever asks while one waits for its turn gets that one. */
	const underWay = new Map<string, Promise<void>>();
	const waiting = new Map<string, Promise<void>>();
	const soon = new Map<string, Promise<void>>();
	/** Those that were read last, so that who goes on writing there is not replayed from the start. */
	const replayed = new Map<string, Replayed>();
	let closed = false;

	async function bringNow(boardId: string): Promise<void> {
		if (closed || !(await isRevealedBoard(db, boardId))) return;
		const brought = await listBrought(db, boardId);
		const changes: OwnChange[] = [];
		const marks: Brought[] = [];
		for (const [room, last] of await writtenPrivateRooms(db, boardId)) {
			const from = brought.get(room) ?? 0;
			if (last <= from) continue;
			const read = await readChanges(room, from);
			changes.push(...read.changes);
			marks.push({ room, seq: Math.max(last, read.seq) });
			// Hundreds of rooms at once: others have their turn in between.
			await setImmediate();
		}
		if (changes.length > 0)
			await rooms.change('board', boardId, null, (board) => carryNotes(board, changes));
		await markBrought(db, boardId, marks);
	}

	async function readChanges(
		room: string,
		from: number
	): Promise<{ changes: OwnChange[]; seq: number }> {
		const known = replayed.get(room);
		replayed.delete(room);
		const at = known?.seq === from ? known : { doc: new Y.Doc(), seq: 0 };
		// The log first: rows that move to the archive meanwhile are read twice rather than not at all.
		const log = await readRows(db, 'doc_update', room, at.seq);
		const archive = await readRows(db, 'doc_archive', room, at.seq);
		const rows = [...new Map([...archive, ...log].map((row): [number, LogRow] => [row.seq, row]))]
			.map(([, row]) => row)
			.sort((a, b) => a.seq - b.seq);
		const take = (part: readonly LogRow[]) => {
			at.doc.transact(() => applyRows(room, at.doc, part));
			return readAllNotes(at.doc);
		};
		const before = take(rows.filter(({ seq }) => seq <= from));
		const after = take(rows.filter(({ seq }) => seq > from));
		const seq = rows.at(-1)?.seq ?? from;
		keepReplayed(room, { doc: at.doc, seq });
		return { changes: changesBetween(before, after), seq };
	}

	function keepReplayed(room: string, state: Replayed): void {
		replayed.set(room, state);
		const [oldest] = replayed.keys();
		if (replayed.size <= MOST_REPLAYED || oldest === undefined) return;
		replayed.get(oldest)?.doc.destroy();
		replayed.delete(oldest);
	}

	function bring(boardId: string): Promise<void> {
		const queued = waiting.get(boardId);
		if (queued) return queued;
		const before = underWay.get(boardId) ?? Promise.resolve();
		const turn = before
			.catch(() => undefined)
			.then(() => {
				waiting.delete(boardId);
				underWay.set(boardId, turn);
				return words.move(() => bringNow(boardId));
			})
			.finally(() => {
				if (underWay.get(boardId) === turn) underWay.delete(boardId);
			});
		waiting.set(boardId, turn);
		return turn;
	}

	/** Gathers what is stored within a moment, since each look at the rooms costs some queries. */
	function bringSoon(boardId: string): Promise<void> {
		const gathering =
			soon.get(boardId) ??
			setTimeout(GATHERED_FOR, undefined, { ref: false }).then(() => {
				soon.delete(boardId);
				return bring(boardId);
			});
		soon.set(boardId, gathering);
		return gathering;
	}

	function forget(): void {
		for (const { doc } of replayed.values()) doc.destroy();
		replayed.clear();
	}

	return {
		bring,
		bringFrom: (key) => bringSoon(readPrivateRoomKey(key).boardId),
		async bringAll() {
			for (const boardId of await listRevealedBoards(db))
				await bring(boardId).catch((error: unknown) => troubles.report(error));
		},
		forget,
		async close() {
			closed = true;
			await Promise.allSettled([...underWay.values(), ...waiting.values()]);
			forget();
		}
	};
}
