import type { BoardTable } from '../boards/board.table.ts';
import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';
import '../votes/vote.table.ts';
import { findActivityState } from './activity-state.ts';
import { writtenPrivateRooms } from './private-rooms.ts';

/** Ids of the columns that hold notes, on any of an activity's boards; deleted notes do not count. */
export async function columnsWithNotes(db: Db, activityId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.select('note.column_id')
		.distinct()
		.where('board.activity_id', '=', activityId)
		.where('note.deleted', '=', 0)
		.execute();
	return new Set(rows.map((row) => row.column_id));
}

/** True while notes that nobody but their authors sees may stand in any of an activity's columns. */
export async function hasUnrevealedNotes(db: Db, activityId: string): Promise<boolean> {
	for (const { id, revealed_at } of await boardsOf(db, activityId))
		if (revealed_at === null && (await writtenPrivateRooms(db, id)).size > 0) return true;
	return false;
}

/**
 * True while an activity is open for writing, and once anything was written, voted or kept of it, deleted
 * and private notes included: its history stays.
 */
export async function isInUse(db: Db, activityId: string): Promise<boolean> {
	for (const { id, state } of await boardsOf(db, activityId))
		if (state === 'open' || (await writtenPrivateRooms(db, id)).size > 0) return true;
	const note = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.select('note.key')
		.where('board.activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	const vote = await db
		.selectFrom('vote')
		.select('id')
		.where('activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	const state = await findActivityState(db, activityId);
	return note !== undefined || vote !== undefined || state !== null;
}

function boardsOf(
	db: Db,
	activityId: string
): Promise<Pick<BoardTable, 'id' | 'state' | 'revealed_at'>[]> {
	return db
		.selectFrom('board')
		.select(['id', 'state', 'revealed_at'])
		.where('activity_id', '=', activityId)
		.execute();
}
