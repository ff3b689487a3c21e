import { only } from '../only.ts';

/** Who a ticket is for, as a facilitator names them; nobody in particular where `name` is ''. */
export interface Invited {
	readonly name: string;
	readonly organisation: string;
	/** Null where the person chooses it on joining. */
	readonly categoryId: string | null;
}

/**
 * `free`: nobody came in with it. `used`: somebody did and is there. `left`: they were taken out since. `void`:
 * replaced or withdrawn, opens nothing.
 */
export type TicketState = 'free' | 'used' | 'left' | 'void';

/** A ticket of a workshop, as its facilitators see it. */
export interface Ticket extends Invited {
	readonly id: string;
	/** What stands on it in large figures; a replacement keeps it. */
	readonly number: number;
	readonly state: TicketState;
	/** What is typed or scanned to come in; null once it is void. */
	readonly code: string | null;
	/** The name that the person who used it gave, which may be ''. */
	readonly usedBy: string | null;
}

const PRINTED = ['id', 'number', 'name', 'organisation', 'code'] as const;

/** What stands on a ticket that is printed. */
export type PrintedTicket = Pick<Ticket, (typeof PRINTED)[number]>;

/** Of a ticket what is printed. */
export function printedOf(ticket: Ticket): PrintedTicket {
	return only(ticket, ...PRINTED);
}

/** `perWorkshop` are tickets that are not void, `atOnce` those that are made or printed by one press. */
export const TICKET_LIMITS = { perWorkshop: 2_000, atOnce: 200 } as const;
