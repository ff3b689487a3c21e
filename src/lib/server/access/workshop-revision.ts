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

/**
 * Holds the workshop's row until the transaction ends, without counting its version up, so that two who
 * add to the workshop at once do it one after the other.
 */
export async function holdWorkshop(trx: Trx, workshopId: string): Promise<void> {
	await trx
		.updateTable('workshop')
		.set((set) => ({ version: set.ref('version') }))
		.where('id', '=', workshopId)
		.execute();
}
