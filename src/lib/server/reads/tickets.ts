import type { Invited } from '../../domain/people/ticket.ts';
import type { Db } from '../db/database.ts';
import '../participants/participant.table.ts';
import '../tickets/ticket.table.ts';

/** A ticket as it is stored, with who came in by it. */
export interface StoredTicket extends Invited {
	readonly id: string;
	readonly workshopId: string;
	readonly number: number;
	readonly void: boolean;
	/** Who came in with it, also when they were taken out since. */
	readonly user: TicketUser | null;
}

/** The person who came in with a ticket. */
export interface TicketUser {
	readonly participantId: string;
	readonly actorId: string;
	/** May be ''. */
	readonly name: string;
	/** The device that they came in with. */
	readonly device: string;
	/** Was neither taken out nor erased. */
	readonly present: boolean;
}

/** All of a workshop, void ones too, by number, the newest of each last. */
export async function listTickets(db: Db, workshopId: string): Promise<StoredTicket[]> {
	const rows = await ticketRows(db)
		.where('ticket.workshop_id', '=', workshopId)
		.orderBy('ticket.number')
		.orderBy('ticket.voided_at')
		.orderBy('ticket.id')
		.execute();
	return rows.map(toTicket);
}

/** The ticket with this lookup, a void one too. */
export async function findTicket(db: Db, lookup: string): Promise<StoredTicket | undefined> {
	const row = await ticketRows(db).where('ticket.lookup', '=', lookup).executeTakeFirst();
	return row && toTicket(row);
}

function ticketRows(db: Db) {
	return db
		.selectFrom('ticket')
		.leftJoin('participant', 'participant.id', 'ticket.participant_id')
		.select([
			'ticket.id',
			'ticket.workshop_id',
			'ticket.number',
			'ticket.name',
			'ticket.organisation',
			'ticket.category_id',
			'ticket.voided_at',
			'participant.id as participant_id',
			'participant.actor_id',
			'participant.name as user_name',
			'participant.device',
			'participant.removed_at',
			'participant.erased_at'
		]);
}

type TicketRow = Awaited<ReturnType<ReturnType<typeof ticketRows>['execute']>>[number];

function toTicket(row: TicketRow): StoredTicket {
	const { participant_id: participantId, actor_id: actorId } = row;
	return {
		id: row.id,
		workshopId: row.workshop_id,
		number: row.number,
		name: row.name,
		organisation: row.organisation,
		categoryId: row.category_id,
		void: row.voided_at !== null,
		user:
			participantId === null || actorId === null
				? null
				: {
						participantId,
						actorId,
						name: row.user_name ?? '',
						device: row.device ?? '',
						present: row.removed_at === null && row.erased_at === null
					}
	};
}
