import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/** Fewest people behind a figure by category that is shown. Throws `not_found`. */
export async function getAnonymityFloor(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('workshop')
		.select('anonymity_floor')
		.where('id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.anonymity_floor;
}
