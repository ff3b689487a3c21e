import type { Db } from '../db/database.ts';
import { authoredNotes } from './standing-notes.ts';

/**
 * The category of each note that stands on a board, by the note's key, nothing withheld. Notes of
 * facilitators and of people who were taken out have none.
 */
export async function categoriesOfNotes(
	db: Db,
	workshopId: string,
	boardId: string
): Promise<Map<string, string>> {
	const rows = await authoredNotes(db, workshopId)
		.select(['note.key', 'author.category_id as categoryId'])
		.where('note.board_id', '=', boardId)
		.execute();
	return new Map(rows.map(({ key, categoryId }) => [key, categoryId]));
}
