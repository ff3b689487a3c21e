import { DomainError } from '../../domain/errors.ts';
import type { Trx } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/**
 * Counts the workshop's version up inside the transaction of a change, and gives the new one. Throws
 * `stale` when somebody else saved since `version` was read, so that nobody's change is overwritten
 * unseen.
 */
export async function reviseWorkshop(
	trx: Trx,
	workshopId: string,
	version: number
): Promise<number> {
	const result = await trx
		.updateTable('workshop')
		.set({ version: version + 1 })
		.where('id', '=', workshopId)
		.where('version', '=', version)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('stale');
	return version + 1;
}
