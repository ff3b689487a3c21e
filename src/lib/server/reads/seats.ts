import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import { presentPeople } from './present-people.ts';

/** People who are present in a workshop, and people awaited in all its categories together. */
export async function countSeats(
	db: Db,
	workshopId: string
): Promise<{ joined: number; expected: number }> {
	const people = await presentPeople(db, workshopId)
		.select(({ fn }) => fn.countAll().as('people'))
		.executeTakeFirstOrThrow();
	const seats = await db
		.selectFrom('category')
		.select(({ fn }) => fn.sum<number | string | null>('expected').as('seats'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return { joined: Number(people.people), expected: Number(seats.seats ?? 0) };
}
