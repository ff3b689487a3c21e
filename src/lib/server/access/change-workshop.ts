import type { RootDb, Trx } from '../db/database.ts';
import { reviseWorkshop } from './workshop-revision.ts';

/** Tells everybody who has the workshop open what its rows say now. */
export type OnWorkshopChanged = (workshopId: string) => Promise<void> | void;

/**
 * One change of how a workshop is prepared: on the version that was seen (else `stale`), in one
 * transaction, and told to everybody once it is stored. Gives what `work` gives.
 */
export async function changeWorkshop<Result>(
	deps: { readonly db: RootDb; readonly onWorkshopChanged: OnWorkshopChanged },
	workshopId: string,
	version: number,
	work: (trx: Trx) => Promise<Result>
): Promise<Result> {
	const result = await deps.db.transaction().execute(async (trx) => {
		await reviseWorkshop(trx, workshopId, version);
		return work(trx);
	});
	await deps.onWorkshopChanged(workshopId);
	return result;
}
