import '../accounts/account.table.ts';
import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';
import { rehearsalIds } from './rehearsals.ts';
import { authoredNotes } from './standing-notes.ts';

/** The shipped example's workshop, or undefined before it was made. */
export async function findExample(db: Db): Promise<string | undefined> {
	const row = await db
		.selectFrom('workshop')
		.select('id')
		.where('example', '=', 1)
		.where('id', 'not in', rehearsalIds(db))
		.orderBy('created_at')
		.executeTakeFirst();
	return row?.id;
}

/** The account of the first director that there is. */
export async function findFirstDirector(db: Db): Promise<string | undefined> {
	const row = await db
		.selectFrom('account')
		.select('id')
		.where('role', '=', 'director')
		.orderBy('created_at')
		.executeTakeFirst();
	return row?.id;
}

/** The actor of a workshop's people who wrote most notes; undefined while nobody wrote any. */
export async function findBusiestGuest(db: Db, workshopId: string): Promise<string | undefined> {
	const row = await authoredNotes(db, workshopId)
		.select('author.actor_id')
		.groupBy('author.actor_id')
		.orderBy((order) => order.fn.countAll(), 'desc')
		.orderBy('author.actor_id')
		.executeTakeFirst();
	return row?.actor_id;
}
