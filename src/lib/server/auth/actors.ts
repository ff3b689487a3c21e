import type { Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import type { ActorTable } from './actor.table.ts';

/** Makes the actor that an account or a guest is, in the transaction that stores who it is. */
export async function insertActor(
	trx: Trx,
	actor: { readonly id: string; readonly kind: ActorTable['kind']; readonly at: number }
): Promise<void> {
	await trx
		.insertInto('actor')
		.values({ id: actor.id, kind: actor.kind, created_at: actor.at })
		.execute();
}

/** Takes actors away with their sessions and links, once nothing is left that they wrote or were. */
export async function deleteActors(trx: Trx, ids: readonly string[]): Promise<void> {
	for (const part of inParts(ids)) await trx.deleteFrom('actor').where('id', 'in', part).execute();
}
