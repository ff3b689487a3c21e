import type { Db } from '../db/database.ts';
import '../participants/participant.table.ts';

/** The entries of a workshop that were merged into another one, by their actors. */
export async function listMergedEntries(
	db: Db,
	workshopId: string
): Promise<{ readonly from: string; readonly to: string }[]> {
	return db
		.selectFrom('participant as entry')
		.innerJoin('participant as kept', 'kept.id', 'entry.merged_into')
		.select(['entry.actor_id as from', 'kept.actor_id as to'])
		.where('entry.workshop_id', '=', workshopId)
		.execute();
}
