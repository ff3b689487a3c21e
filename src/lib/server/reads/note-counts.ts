import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import { authoredNotes, standingNotes } from './standing-notes.ts';

/** `<activity>/<column>` to notes that stand, in the order of the agenda; columns without notes are not in it. */
export async function notesByColumn(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await standingNotes(db, workshopId)
		.innerJoin('board', 'board.id', 'note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select(({ fn }) => ['activity.id', 'note.column_id', fn.countAll().as('notes')])
		.groupBy(['activity.id', 'activity.position', 'note.column_id'])
		.orderBy('activity.position')
		.orderBy('note.column_id')
		.execute();
	return new Map(rows.map((row) => [`${row.id}/${row.column_id}`, Number(row.notes)]));
}

/** Board to notes that stand; boards without notes are not in it. */
export async function notesByBoard(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await standingNotes(db, workshopId)
		.select(({ fn }) => ['note.board_id', fn.countAll().as('notes')])
		.groupBy('note.board_id')
		.execute();
	return new Map(rows.map((row) => [row.board_id, Number(row.notes)]));
}

/** Category to notes that stand of its people who are present; categories without notes are not in it. */
export async function notesByCategory(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await authoredNotes(db, workshopId)
		.select(({ fn }) => ['author.category_id as id', fn.countAll().as('notes')])
		.groupBy('author.category_id')
		.execute();
	return new Map(rows.map(({ id, notes }) => [id, Number(notes)]));
}
