import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import '../participants/participant.table.ts';

/** People who joined a workshop, and people awaited in all its categories together. */
export async function countSeats(
	db: Db,
	workshopId: string
): Promise<{ joined: number; expected: number }> {
	const people = await db
		.selectFrom('participant')
		.select(({ fn }) => fn.countAll().as('people'))
		.where('workshop_id', '=', workshopId)
		.where('removed_at', 'is', null)
		.executeTakeFirstOrThrow();
	const seats = await db
		.selectFrom('category')
		.select(({ fn }) => fn.sum<number | string | null>('expected').as('seats'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return { joined: Number(people.people), expected: Number(seats.seats ?? 0) };
}
