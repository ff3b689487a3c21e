import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import '../participants/participant.table.ts';
import './note.table.ts';

/** The category of each note that stands on the board, nothing withheld; facilitators' notes are left out. */
export async function listNoteCategories(
	db: Db,
	boardId: string
): Promise<{ key: string; categoryId: string }[]> {
	return db
		.selectFrom('note')
		.innerJoin('participant', 'participant.actor_id', 'note.author_id')
		.select(['note.key', 'participant.category_id as categoryId'])
		.where('note.board_id', '=', boardId)
		.where('note.deleted', '=', 0)
		.execute();
}

/** The people of each category of the workshop, 0 included; those who were taken out do not count. */
export async function peopleByCategory(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('category')
		.leftJoin('participant', (join) =>
			join
				.onRef('participant.category_id', '=', 'category.id')
				.on('participant.removed_at', 'is', null)
		)
		.select(({ fn }) => ['category.id', fn.count('participant.id').as('people')])
		.where('category.workshop_id', '=', workshopId)
		.groupBy('category.id')
		.execute();
	return new Map(rows.map((row) => [row.id, Number(row.people)]));
}
