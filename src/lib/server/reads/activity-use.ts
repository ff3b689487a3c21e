import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';
import '../votes/vote.table.ts';
import { getBoardFacts } from './board-facts.ts';
import { writtenPrivateRooms } from './private-rooms.ts';

/** Ids of the columns that hold notes; deleted notes do not count. */
export async function columnsWithNotes(db: Db, activityId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('note')
		.select('column_id')
		.distinct()
		.where('activity_id', '=', activityId)
		.where('deleted', '=', 0)
		.execute();
	return new Set(rows.map((row) => row.column_id));
}

/** True while notes that nobody but their authors sees may stand in any of an activity's columns. */
export async function hasUnrevealedNotes(db: Db, activityId: string): Promise<boolean> {
	const { unrevealed } = await getBoardFacts(db, activityId);
	return unrevealed && (await writtenPrivateRooms(db, activityId)).size > 0;
}

/** True once anything was written or voted in it, deleted and private notes included: its history stays. */
export async function hasHistory(db: Db, activityId: string): Promise<boolean> {
	if ((await writtenPrivateRooms(db, activityId)).size > 0) return true;
	const note = await db
		.selectFrom('note')
		.select('key')
		.where('activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	const vote = await db
		.selectFrom('vote')
		.select('id')
		.where('activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	return note !== undefined || vote !== undefined;
}
