import type { Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import './session.table.ts';

/** Ends every session of these actors and makes every link that stands for one useless. Open sockets are the caller's. */
export async function forgetActors(trx: Trx, actorIds: readonly string[]): Promise<void> {
	for (const ids of inParts(actorIds)) {
		await trx.deleteFrom('session').where('actor_id', 'in', ids).execute();
		await trx.deleteFrom('link').where('actor_id', 'in', ids).execute();
	}
}
