import type { Trx } from '../db/database.ts';
import './session.table.ts';

/** Ids that one statement carries. */
const AT_ONCE = 500;

/** Ends every session of these actors and makes every link that stands for one useless. Open sockets are the caller's. */
export async function forgetActors(trx: Trx, actorIds: readonly string[]): Promise<void> {
	for (let start = 0; start < actorIds.length; start += AT_ONCE) {
		const ids = actorIds.slice(start, start + AT_ONCE);
		await trx.deleteFrom('session').where('actor_id', 'in', ids).execute();
		await trx.deleteFrom('link').where('actor_id', 'in', ids).execute();
	}
}
