import type { LocalizedText } from '../../domain/text/locale.ts';
import '../agenda/activity.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';

/** The title of an activity; without words for one that is not there. */
export async function activityTitle(db: Db, activityId: string): Promise<LocalizedText> {
	const row = await db
		.selectFrom('activity')
		.select('title')
		.where('id', '=', activityId)
		.executeTakeFirst();
	return row ? fromJson<LocalizedText>(row.title) : {};
}
