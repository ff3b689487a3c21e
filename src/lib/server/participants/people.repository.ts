import type { GuestRole } from '../../domain/people/actor.ts';
import { personRole } from '../../domain/people/person-role.ts';
import type { WorkshopPerson } from '../../domain/people/participant.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db, Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import { listTableSeats } from '../reads/table-seats.ts';
import './participant.table.ts';

/** A row of the people, with the actor that the page is not told of. */
export interface StoredPerson extends Omit<WorkshopPerson, 'connected' | 'sameDevice'> {
	readonly actorId: string;
	/** '' where it is not known. */
	readonly device: string;
}

/** Everybody who ever joined a workshop, the newest first; not entries that were merged into another. */
export async function listWorkshopPeople(db: Db, workshopId: string): Promise<StoredPerson[]> {
	const rows = await db
		.selectFrom('participant')
		.select([
			'id as participantId',
			'actor_id as actorId',
			'name',
			'organisation',
			'category_id as categoryId',
			'role',
			'device',
			'joined_at as joinedAt',
			'removed_at'
		])
		.where('workshop_id', '=', workshopId)
		.where('merged_into', 'is', null)
		.orderBy('joined_at', 'desc')
		.orderBy('id')
		.execute();
	const seats = await listTableSeats(db, workshopId);
	return rows.map(({ removed_at, role, ...person }) => {
		const seat = seats.get(person.actorId);
		return {
			...person,
			role: personRole(role, seat?.role ?? null),
			tableId: seat?.spaceId ?? null,
			removed: removed_at !== null
		};
	});
}

/** A person who was not taken out, and whether they sit at a table. Throws `not_found`. */
export async function getPerson(
	db: Db,
	workshopId: string,
	participantId: string
): Promise<{ actorId: string; atTable: boolean }> {
	const people = await listWorkshopPeople(db, workshopId);
	const person = people.find((one) => one.participantId === participantId && !one.removed);
	if (!person) throw new DomainError('not_found');
	return { actorId: person.actorId, atTable: person.tableId !== null };
}

/**
 * Changes one person of a workshop and gives their actor id. Throws `not_found`, also for a person who was
 * taken out, unless that is what is changed.
 */
export async function updatePerson(
	db: Db,
	workshopId: string,
	participantId: string,
	change: { readonly role: GuestRole } | { readonly removedAt: number | null }
): Promise<string> {
	let update = db
		.updateTable('participant')
		.where('id', '=', participantId)
		.where('workshop_id', '=', workshopId)
		.where('merged_into', 'is', null);
	update =
		'role' in change
			? update.set({ role: change.role }).where('removed_at', 'is', null)
			: update.set({ removed_at: change.removedAt });
	const row = await update.returning('actor_id').executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.actor_id;
}

/** Takes an entry out that is the same person's as `into`, for good. */
export async function markMerged(
	trx: Trx,
	entry: { readonly participantId: string; readonly into: string; readonly at: number }
): Promise<void> {
	await trx
		.updateTable('participant')
		.set({ removed_at: entry.at, merged_into: entry.into })
		.where('id', '=', entry.participantId)
		.execute();
}

/** Empties what people said of themselves and marks them as erased; who was erased before keeps that time. */
export async function eraseNames(
	trx: Trx,
	workshopId: string,
	participantIds: readonly string[],
	at: number
): Promise<void> {
	for (const ids of inParts(participantIds))
		await trx
			.updateTable('participant')
			.set(({ fn, ref, val }) => ({
				name: '',
				organisation: '',
				province: '',
				device: '',
				erased_at: fn.coalesce(ref('erased_at'), val(at))
			}))
			.where('workshop_id', '=', workshopId)
			.where('id', 'in', ids)
			.execute();
}
