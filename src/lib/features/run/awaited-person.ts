import type { Invited } from '#lib/domain/people/ticket.ts';

/** Somebody who has a ticket in their name and did not come; `id` is the ticket’s. */
export interface AwaitedPerson extends Invited {
	readonly id: string;
}
