import { DomainError } from '../../domain/errors.ts';
import { requireAnonymityFloor } from '../../domain/people/anonymity-floor.ts';
import type { Db, Trx } from '../db/database.ts';
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

/**
 * Gives a workshop another floor inside the transaction of a change. Throws `not_found` and what
 * `requireAnonymityFloor` throws.
 */
export async function setAnonymityFloor(
	trx: Trx,
	workshopId: string,
	wanted: number
): Promise<void> {
	const row = await trx
		.selectFrom('workshop')
		.select(['anonymity_floor', 'opened_at'])
		.where('id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	const present = { present: row.anonymity_floor, opened: row.opened_at !== null };
	await trx
		.updateTable('workshop')
		.set({ anonymity_floor: requireAnonymityFloor(wanted, present) })
		.where('id', '=', workshopId)
		.execute();
}
