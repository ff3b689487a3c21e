import { DomainError } from '../../domain/errors.ts';
import type { WorkshopState } from '../../domain/workshops/workshop.ts';
import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/** Whether the hall of a workshop prepares, is open or closed. Throws `not_found`. */
export async function getHallState(db: Db, workshopId: string): Promise<WorkshopState> {
	const row = await db
		.selectFrom('workshop')
		.select('state')
		.where('id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.state;
}
