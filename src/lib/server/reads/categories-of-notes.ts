import type { Db } from '../db/database.ts';
import { authoredNotes } from './standing-notes.ts';

/**
 * The category of each note that stands in an activity, by the note's key, nothing withheld. Notes of
 * facilitators and of people who were taken out have none.
 */
export async function categoriesOfNotes(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<Map<string, string>> {
	const rows = await authoredNotes(db, workshopId)
		.select(['note.key', 'author.category_id as categoryId'])
		.where('note.activity_id', '=', activityId)
		.execute();
	return new Map(rows.map(({ key, categoryId }) => [key, categoryId]));
}
