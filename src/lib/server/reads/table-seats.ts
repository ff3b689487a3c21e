import type { Seat } from '../../domain/spaces/seat.ts';
import type { Db } from '../db/database.ts';
import '../spaces/space.table.ts';

/** Actor to the seat that they have at a table of the workshop now; who sits at none is not in it. */
export async function listTableSeats(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, Seat>> {
	const rows = await db
		.selectFrom('seat')
		.innerJoin('space', 'space.id', 'seat.space_id')
		.select(['seat.actor_id', 'seat.space_id as spaceId', 'seat.layer', 'seat.role'])
		.where('space.workshop_id', '=', workshopId)
		.where('seat.layer', '=', 'table')
		.where('seat.until', 'is', null)
		.execute();
	return new Map(rows.map(({ actor_id, ...seat }) => [actor_id, seat]));
}
