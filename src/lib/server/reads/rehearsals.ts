import type { Db } from '../db/database.ts';
import '../rehearsals/rehearsal.table.ts';

/** The workshop that this one is the rehearsal of; undefined for one that is held. */
export async function rehearsedBy(db: Db, workshopId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('rehearsal')
		.select('of_workshop_id')
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row?.of_workshop_id;
}

/** The rehearsal of a workshop; undefined while there is none. */
export async function findRehearsal(db: Db, ofWorkshopId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('rehearsal')
		.select('workshop_id')
		.where('of_workshop_id', '=', ofWorkshopId)
		.executeTakeFirst();
	return row?.workshop_id;
}

/** Ids of the workshops that are rehearsals, as a query: lists of workshops leave them out. */
export function rehearsalIds(db: Db) {
	return db.selectFrom('rehearsal').select('workshop_id');
}
