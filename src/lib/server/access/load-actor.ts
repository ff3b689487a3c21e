import type { AccountActor, GuestActor } from '../../domain/people/actor.ts';
import type { Seat } from '../../domain/spaces/seat.ts';
import type { Db } from '../db/database.ts';
import '../accounts/account.table.ts';
import '../regions/region.table.ts';
import '../participants/participant.table.ts';
import '../categories/category.table.ts';
import '../spaces/space.table.ts';

/** An account as an actor, with what its pages show of it. */
export type NamedAccount = AccountActor & { readonly name: string; readonly email: string };

/** An account that may act. Undefined when unknown or disabled. */
export async function findAccountActor(db: Db, actorId: string): Promise<NamedAccount | undefined> {
	return (await findAccountActors(db, [actorId]))[0];
}

/** Those of the accounts that may act. */
export async function findAccountActors(
	db: Db,
	actorIds: readonly string[]
): Promise<NamedAccount[]> {
	if (actorIds.length === 0) return [];
	const accounts = await db
		.selectFrom('account')
		.select(['id', 'role', 'name', 'email'])
		.where('id', 'in', actorIds)
		.where('disabled_at', 'is', null)
		.execute();
	if (accounts.length === 0) return [];
	const regions = await db
		.selectFrom('account_region')
		.select(['account_id', 'region_id'])
		.where('account_id', 'in', actorIds)
		.orderBy('region_id')
		.execute();
	return accounts.map((account) => ({
		kind: 'account',
		...account,
		regions: regions.filter((row) => row.account_id === account.id).map((row) => row.region_id)
	}));
}

/** A guest as an actor; undefined when the actor is none, or was taken out of the workshop. */
export async function findGuestActor(db: Db, actorId: string): Promise<GuestActor | undefined> {
	return (await findGuestActors(db, [actorId]))[0];
}

/** Those of the actors who are guests, and were not taken out of their workshop. */
export async function findGuestActors(db: Db, actorIds: readonly string[]): Promise<GuestActor[]> {
	if (actorIds.length === 0) return [];
	const rows = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.select([
			'participant.actor_id as id',
			'participant.id as participantId',
			'participant.workshop_id as workshopId',
			'participant.category_id as categoryId',
			'participant.role',
			'category.observing'
		])
		.where('participant.actor_id', 'in', actorIds)
		.where('participant.removed_at', 'is', null)
		.execute();
	const seats = await listSeats(db, actorIds);
	return rows.map((row) => ({
		kind: 'guest',
		...row,
		observing: row.observing === 1 || row.role === 'observer',
		seats: seats.get(row.id) ?? []
	}));
}

/** Actor to where they sit now; who sits nowhere is not in it. */
async function listSeats(db: Db, actorIds: readonly string[]): Promise<Map<string, Seat[]>> {
	const rows = await db
		.selectFrom('seat')
		.select(['actor_id', 'space_id as spaceId', 'layer', 'role'])
		.where('actor_id', 'in', actorIds)
		.where('until', 'is', null)
		.orderBy('layer')
		.execute();
	const seats = new Map<string, Seat[]>();
	for (const { actor_id, ...seat } of rows)
		seats.set(actor_id, [...(seats.get(actor_id) ?? []), seat]);
	return seats;
}
