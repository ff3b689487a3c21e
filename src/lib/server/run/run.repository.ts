import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';

/** Notes that stand on each board of a workshop; boards without notes are not in it. */
export async function countNotes(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('note')
		.select(({ fn }) => ['board_id', fn.countAll().as('notes')])
		.where('workshop_id', '=', workshopId)
		.where('deleted', '=', 0)
		.groupBy('board_id')
		.execute();
	return new Map(rows.map((row) => [row.board_id, Number(row.notes)]));
}
