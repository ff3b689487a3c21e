import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { PARTICIPANT_LIMITS } from '../../domain/people/participant.ts';
import {
	TICKET_LIMITS,
	type Invited,
	type Ticket,
	type TicketState
} from '../../domain/people/ticket.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { oneLine, optionalText, requireText } from '../../domain/text/text.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import { listCategories } from '../reads/categories.ts';
import { findTicket, listTickets, type StoredTicket, type TicketUser } from '../reads/tickets.ts';
import { timeNow } from '../time/clock.ts';
import type { TicketCodes } from './ticket-codes.ts';
import {
	countTickets,
	deleteTickets,
	eraseInvited,
	forgetInvited,
	insertTicket,
	takeTicket,
	voidTicket
} from './ticket.repository.ts';

/** Tickets: one person each, in a printed card or a link. Rules [TK1] to [TK8]. */
export interface TicketService {
	/** All of a workshop by number, void ones too, each with the code that opens the door. */
	list(actor: Actor, workshopId: string): Promise<Ticket[]>;
	/** Makes `count` more, for nobody in particular. Throws `too_many_items`, `invalid_input`. */
	add(actor: Actor, workshopId: string, count: number): Promise<void>;
	/**
	 * Makes a ticket for each of those who are named. Throws `list_empty`, `text_empty` and `text_too_long`
	 * (details: field), `category_unknown`, `too_many_items`.
	 */
	invite(actor: Actor, workshopId: string, people: readonly Invited[]): Promise<void>;
	/**
	 * Another ticket in the place of a lost one, under the same number; the old one opens nothing any more.
	 * Throws `ticket_in_use` while somebody is there who came in with it, `ticket_void`, `not_found`.
	 */
	replace(actor: Actor, workshopId: string, ticketId: string): Promise<void>;
	/** Takes a ticket back, and forgets for whom it was where nobody came in with it. Throws as {@link replace}. */
	withdraw(actor: Actor, workshopId: string, ticketId: string): Promise<void>;
	/** The ticket with a code, a void or used one too. Holding the code is the access check. */
	find(code: string): Promise<StoredTicket | undefined>;
	/**
	 * Makes it the ticket of somebody who comes in, in their transaction. Unguarded. Throws `ticket_used` when
	 * another one was quicker, or it became void meanwhile.
	 */
	take(trx: Trx, ticketId: string, participantId: string): Promise<void>;
	/** Unguarded: erases for whom the tickets of these people, or all of a workshop, were made. Gives how many were. */
	erase(trx: Trx, workshopId: string, participantIds: readonly string[] | 'all'): Promise<number>;
	/** Unguarded: takes all tickets of a workshop away, in the transaction that takes the workshop away. */
	removeAll(trx: Trx, workshopId: string): Promise<void>;
}

export function ticketService(deps: {
	db: RootDb;
	codes: TicketCodes;
	now?: () => number;
}): TicketService {
	const { db, codes, now = timeNow } = deps;

	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'prepare', await getWorkshopAccess(db, workshopId)));
	}

	/** Makes tickets under the numbers that follow. */
	async function make(trx: Trx, workshopId: string, people: readonly (Invited | undefined)[]) {
		const { valid, highest } = await countTickets(trx, workshopId);
		const limit = TICKET_LIMITS.perWorkshop;
		if (valid + people.length > limit)
			throw new DomainError('too_many_items', { limit, count: valid + people.length });
		for (const [index, invited] of people.entries())
			await insertTicket(trx, codes, {
				workshopId,
				number: highest + index + 1,
				...(invited && { invited })
			});
	}

	/** Makes a ticket void, when nobody is there who came in with it. */
	async function end(trx: Trx, workshopId: string, ticketId: string): Promise<StoredTicket> {
		const ticket = (await listTickets(trx, workshopId)).find(({ id }) => id === ticketId);
		if (!ticket) throw new DomainError('not_found');
		if (ticket.user?.present) throw new DomainError('ticket_in_use', { number: ticket.number });
		if (!(await voidTicket(trx, ticketId, now()))) throw new DomainError('ticket_void');
		return ticket;
	}

	return {
		async list(actor, workshopId) {
			await guard(actor, workshopId);
			return (await listTickets(db, workshopId)).map(
				({ id, number, name, organisation, categoryId, user, void: isVoid }) => ({
					...{ id, number, name, organisation, categoryId },
					state: isVoid ? 'void' : stateOf(user),
					code: isVoid ? null : codes.codeOf(id),
					usedBy: user?.name ?? null
				})
			);
		},
		async add(actor, workshopId, count) {
			await guard(actor, workshopId);
			if (!Number.isInteger(count) || count < 1)
				throw new DomainError('invalid_input', { field: 'count' });
			const limit = TICKET_LIMITS.atOnce;
			if (count > limit) throw new DomainError('too_many_items', { limit, count });
			await db.transaction().execute(async (trx) => {
				await make(trx, workshopId, Array.from({ length: count }));
				const event = { action: 'tickets_made', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: workshopId, detail: { count } });
			});
		},
		async invite(actor, workshopId, people) {
			await guard(actor, workshopId);
			if (people.length === 0) throw new DomainError('list_empty');
			const limit = TICKET_LIMITS.atOnce;
			const count = people.length;
			if (count > limit) throw new DomainError('too_many_items', { limit, count });
			const checked = people.map(requireInvited);
			await db.transaction().execute(async (trx) => {
				const known = new Set((await listCategories(trx, workshopId)).map(({ id }) => id));
				for (const { categoryId } of checked)
					if (categoryId !== null && !known.has(categoryId))
						throw new DomainError('category_unknown');
				await make(trx, workshopId, checked);
				const event = { action: 'people_invited', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: workshopId, detail: { count } });
			});
		},
		async replace(actor, workshopId, ticketId) {
			await guard(actor, workshopId);
			await db.transaction().execute(async (trx) => {
				const { number, name, organisation, categoryId } = await end(trx, workshopId, ticketId);
				const invited = { name, organisation, categoryId };
				const subjectId = await insertTicket(trx, codes, { workshopId, number, invited });
				const event = { action: 'ticket_replaced', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId, detail: { number } });
			});
		},
		async withdraw(actor, workshopId, ticketId) {
			await guard(actor, workshopId);
			await db.transaction().execute(async (trx) => {
				const { number } = await end(trx, workshopId, ticketId);
				await forgetInvited(trx, ticketId);
				const event = { action: 'ticket_withdrawn', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: ticketId, detail: { number } });
			});
		},
		find: (code) => findTicket(db, codes.lookupOf(code)),
		async take(trx, ticketId, participantId) {
			if (!(await takeTicket(trx, ticketId, participantId))) throw new DomainError('ticket_used');
		},
		erase: eraseInvited,
		removeAll: deleteTickets
	};
}

/** Throws `text_empty` and `text_too_long`. */
function requireInvited({ name, organisation, categoryId }: Invited): Invited {
	return {
		name: requireText(oneLine(name), PARTICIPANT_LIMITS.name),
		organisation: optionalText(oneLine(organisation), PARTICIPANT_LIMITS.organisation),
		categoryId
	};
}

/** Of a ticket that is not void. */
function stateOf(user: TicketUser | null): TicketState {
	if (!user) return 'free';
	return user.present ? 'used' : 'left';
}
