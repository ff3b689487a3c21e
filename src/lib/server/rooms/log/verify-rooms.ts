import * as Y from 'yjs';
import { parseStoredRoomName, type RoomKind } from '../../../realtime/room-name.ts';
import type { RootDb } from '../../db/database.ts';
import { isIntact, type LogRow } from './log-row.ts';
import { applyRows, replayLog } from './replay-log.ts';
import type { RoomContent } from '../room-content.ts';
import { damagedNumbers, findSnapshot, lastSeq, listRooms, readRows } from './room-log.ts';
import { sameState } from './same-state.ts';

/** Something that does not agree, as exactly as it can be said. */
export interface Disagreement {
	readonly room: string;
	readonly what:
		| 'unknown-room'
		| 'row-missing'
		| 'row-damaged'
		| 'row-set-aside'
		| 'snapshot-damaged'
		| 'snapshot-differs'
		| 'rows-differ';
	/** Numbers of the log, or the rows in question. */
	readonly where: string;
}

/** What was looked at, and all that does not agree. */
export interface Verification {
	readonly rooms: number;
	readonly logRows: number;
	readonly projectedRows: number;
	readonly disagreements: readonly Disagreement[];
}

/**
 * Proves that log, snapshots and projected rows agree: each room is replayed from the first row ever
 * stored, compared with what it would be loaded from, and its rows are written anew from the replay and
 * compared with those that stand. With `rebuild` the rows written anew are kept; else nothing changes.
 * No server may be running on the same data while rows are rebuilt.
 */
export async function verifyRooms(
	db: RootDb,
	contents: Readonly<Record<RoomKind, RoomContent>>,
	options: { readonly rebuild: boolean }
): Promise<Verification> {
	const disagreements: Disagreement[] = [];
	const rooms = await listRooms(db);
	let logRows = 0;
	let projectedRows = 0;
	for (const room of rooms) {
		const tell = (what: Disagreement['what'], where: string): void =>
			void disagreements.push({ room, what, where });
		const rows = [
			...(await readRows(db, 'doc_archive', room)),
			...(await readRows(db, 'doc_update', room))
		];
		logRows += rows.length;
		await checkNumbers(db, room, rows, tell);
		const address = parseStoredRoomName(room);
		if (!address) {
			tell('unknown-room', room);
			continue;
		}
		const { project, rows: projected } = contents[address.kind];
		const doc = new Y.Doc();
		const projection = project?.call(contents[address.kind], address.key, doc);
		for (const { row, reason } of applyRows(room, doc, rows))
			tell('row-damaged', `${row.seq}: ${reason}`);
		await checkSnapshot(db, room, doc, tell);
		if (projection && projected) {
			const { stood, differing } = await db
				.transaction()
				.execute(async (trx) => {
					const before = await projected.list(trx, address.key);
					await projected.clear(trx, address.key);
					for (const statement of projection.take(db)) await trx.executeQuery(statement);
					const differing = differences(before, await projected.list(trx, address.key));
					if (!options.rebuild) throw new RolledBack(before.length, differing);
					return { stood: before.length, differing };
				})
				.catch((outcome: unknown) => {
					if (outcome instanceof RolledBack) return outcome;
					throw outcome;
				});
			projectedRows += stood;
			for (const where of differing) tell('rows-differ', where);
		}
		doc.destroy();
	}
	return { rooms: rooms.length, logRows, projectedRows, disagreements };
}

/** Carries what was compared out of a transaction that must change nothing. */
class RolledBack extends Error {
	readonly stood: number;
	readonly differing: readonly string[];

	constructor(stood: number, differing: readonly string[]) {
		super('rolled back');
		this.stood = stood;
		this.differing = differing;
	}
}

type Tell = (what: Disagreement['what'], where: string) => void;

async function checkNumbers(
	db: RootDb,
	room: string,
	rows: readonly LogRow[],
	tell: Tell
): Promise<void> {
	const aside = new Set(await damagedNumbers(db, room));
	for (const seq of aside) tell('row-set-aside', String(seq));
	const standing = new Set(rows.map(({ seq }) => seq));
	const last = await lastSeq(db, room);
	for (let seq = 1; seq <= last; seq++)
		if (!standing.has(seq) && !aside.has(seq)) tell('row-missing', String(seq));
}

async function checkSnapshot(db: RootDb, room: string, doc: Y.Doc, tell: Tell): Promise<void> {
	const snapshot = await findSnapshot(db, room);
	if (!snapshot) return;
	if (!isIntact(room, snapshot)) {
		tell('snapshot-damaged', String(snapshot.seq));
		return;
	}
	const loaded = new Y.Doc();
	await replayLog(db, room, loaded);
	if (!sameState(doc, loaded)) tell('snapshot-differs', String(snapshot.seq));
	loaded.destroy();
}

/** Rows of one list that the other does not have, each as JSON with the side it stands on. */
function differences(stored: readonly object[], rebuilt: readonly object[]): string[] {
	const left = new Set(stored.map((row) => JSON.stringify(row)));
	const right = new Set(rebuilt.map((row) => JSON.stringify(row)));
	return [
		...[...left].filter((row) => !right.has(row)).map((row) => `stored: ${row}`),
		...[...right].filter((row) => !left.has(row)).map((row) => `from the log: ${row}`)
	];
}
