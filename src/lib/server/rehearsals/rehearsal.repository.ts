import type { Db } from '../db/database.ts';
import './rehearsal.table.ts';

/** Says that a workshop is the rehearsal of another one. False where that one has a rehearsal already. */
export async function insertRehearsal(
	db: Db,
	workshopId: string,
	ofWorkshopId: string,
	now: number
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('rehearsal')
		.values({ workshop_id: workshopId, of_workshop_id: ofWorkshopId, started_at: now })
		.onConflict((conflict) => conflict.column('of_workshop_id').doNothing())
		.executeTakeFirst();
	return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Says that a person of a rehearsal is nobody. */
export async function insertPretendPerson(
	db: Db,
	workshopId: string,
	actorId: string
): Promise<void> {
	await db
		.insertInto('pretend_person')
		.values({ workshop_id: workshopId, actor_id: actorId })
		.execute();
}

/** The actors of a rehearsal who are nobody, always in the same order. */
export async function listPretendPeople(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('pretend_person')
		.select('actor_id')
		.where('workshop_id', '=', workshopId)
		.orderBy('actor_id')
		.execute();
	return rows.map((row) => row.actor_id);
}
