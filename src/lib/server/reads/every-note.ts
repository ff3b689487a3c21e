import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';

/** `<board>/<key>` of every note there ever was in a workshop, deleted ones included. */
export async function listEveryNote(db: Db, workshopId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('note')
		.select(['board_id', 'key'])
		.where('workshop_id', '=', workshopId)
		.execute();
	return new Set(rows.map(({ board_id, key }) => `${board_id}/${key}`));
}
