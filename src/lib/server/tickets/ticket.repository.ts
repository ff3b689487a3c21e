import { newId } from '../../domain/id.ts';
import type { Invited } from '../../domain/people/ticket.ts';
import type { Db, Trx } from '../db/database.ts';
import type { TicketCodes } from './ticket-codes.ts';
import './ticket.table.ts';

const ANYBODY: Invited = { name: '', organisation: '', categoryId: null };

/** Writes a ticket under `number` and gives its id. Its code is one that no other ticket has. */
export async function insertTicket(
	trx: Trx,
	codes: TicketCodes,
	{ workshopId, number, invited = ANYBODY }: NewTicket
): Promise<string> {
	for (;;) {
		const id = newId();
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('ticket')
			.values({
				id,
				workshop_id: workshopId,
				number,
				lookup: codes.lookupOf(codes.codeOf(id)),
				name: invited.name,
				organisation: invited.organisation,
				category_id: invited.categoryId,
				participant_id: null,
				voided_at: null
			})
			.onConflict((conflict) => conflict.column('lookup').doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 1n) return id;
	}
}

interface NewTicket {
	readonly workshopId: string;
	readonly number: number;
	readonly invited?: Invited;
}

/** How many tickets are not void, and the highest number that was given. */
export async function countTickets(
	db: Db,
	workshopId: string
): Promise<{ readonly valid: number; readonly highest: number }> {
	const { valid, highest } = await db
		.selectFrom('ticket')
		.select(({ fn }) => [
			fn.countAll().filterWhere('voided_at', 'is', null).as('valid'),
			fn.max<number | null>('number').as('highest')
		])
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return { valid: Number(valid), highest: highest ?? 0 };
}

/** Makes a ticket open nothing from now on; false when it was void already. */
export async function voidTicket(trx: Trx, ticketId: string, at: number): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('ticket')
		.set({ voided_at: at })
		.where('id', '=', ticketId)
		.where('voided_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Of two who come in with one ticket at once exactly one gets true. */
export async function takeTicket(
	trx: Trx,
	ticketId: string,
	participantId: string
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('ticket')
		.set({ participant_id: participantId })
		.where('id', '=', ticketId)
		.where('participant_id', 'is', null)
		.where('voided_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/**
 * Empties for whom tickets were made: those of these people, with the ones that were replaced under the same
 * numbers, or all of the workshop. Gives how many named somebody.
 */
export async function eraseInvited(
	trx: Trx,
	workshopId: string,
	participantIds: readonly string[] | 'all'
): Promise<number> {
	const tickets = trx
		.updateTable('ticket')
		.set({ name: '', organisation: '' })
		.where('workshop_id', '=', workshopId)
		.where(({ or, eb }) => or([eb('name', '!=', ''), eb('organisation', '!=', '')]));
	if (participantIds === 'all') {
		const { numUpdatedRows } = await tickets.executeTakeFirst();
		return Number(numUpdatedRows);
	}
	let erased = 0;
	for (const participantId of participantIds) {
		const { numUpdatedRows } = await tickets
			.where('number', 'in', (query) =>
				query
					.selectFrom('ticket')
					.select('number')
					.where('workshop_id', '=', workshopId)
					.where('participant_id', '=', participantId)
			)
			.executeTakeFirst();
		erased += Number(numUpdatedRows);
	}
	return erased;
}

/** Empties for whom a ticket was made that nobody came in with. */
export async function forgetInvited(trx: Trx, ticketId: string): Promise<void> {
	await trx
		.updateTable('ticket')
		.set({ name: '', organisation: '' })
		.where('id', '=', ticketId)
		.where('participant_id', 'is', null)
		.execute();
}

/** Takes all tickets of a workshop away. */
export async function deleteTickets(db: Db, workshopId: string): Promise<void> {
	await db.deleteFrom('ticket').where('workshop_id', '=', workshopId).execute();
}
