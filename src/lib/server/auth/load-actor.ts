import type { AccountActor, Actor, GuestActor } from '../../domain/actor.ts';
import type { Db } from '../db/database.ts';
import '../accounts/account.table.ts';
import '../regions/region.table.ts';
import '../participants/participant.table.ts';
import '../categories/category.table.ts';

/** An account that may act, with what its pages show of it. Undefined when unknown or disabled. */
export async function findAccountActor(
	db: Db,
	actorId: string
): Promise<(AccountActor & { name: string; email: string }) | undefined> {
	const row = await db
		.selectFrom('account')
		.select(['id', 'role', 'name', 'email'])
		.where('id', '=', actorId)
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const regions = await db
		.selectFrom('account_region')
		.select('region_id')
		.where('account_id', '=', actorId)
		.orderBy('region_id')
		.execute();
	return { kind: 'account', ...row, regions: regions.map((region) => region.region_id) };
}

/** A guest as an actor; undefined when the actor is none, or was taken out of the workshop. */
export async function findGuestActor(db: Db, actorId: string): Promise<GuestActor | undefined> {
	const row = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.select([
			'participant.id as participantId',
			'participant.workshop_id as workshopId',
			'participant.category_id as categoryId',
			'participant.role',
			'category.observing'
		])
		.where('participant.actor_id', '=', actorId)
		.where('participant.removed_at', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const observing = row.observing === 1 || row.role === 'observer';
	return { kind: 'guest', id: actorId, ...row, observing };
}

/** Either of them. */
export async function findActor(db: Db, actorId: string): Promise<Actor | undefined> {
	return (await findAccountActor(db, actorId)) ?? (await findGuestActor(db, actorId));
}
