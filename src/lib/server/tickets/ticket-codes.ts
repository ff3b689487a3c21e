import { createHmac } from 'node:crypto';
import { codeFrom, TICKET_CODE_LENGTH } from '../../domain/people/join-code.ts';
import { installationSecret } from '../auth/installation-secret.ts';
import type { RootDb } from '../db/database.ts';

/**
 * Codes of tickets, kept in no row: each follows from its ticket's id under a secret of this installation, so
 * that a card is printed again as it was, and a copied table of tickets opens nothing.
 */
export interface TicketCodes {
	codeOf(ticketId: string): string;
	/** By which a ticket is found; tells nothing of the code to who lacks the secret. */
	lookupOf(code: string): string;
}

export async function openTicketCodes(db: RootDb): Promise<TicketCodes> {
	const key = await installationSecret(db, 'tickets');
	const digest = (text: string) => createHmac('sha256', key).update(text).digest();
	return {
		codeOf(ticketId) {
			let round = 0;
			return codeFrom(TICKET_CODE_LENGTH, () => digest(`code\0${ticketId}\0${round++}`));
		},
		lookupOf: (code) => digest(`lookup\0${code}`).toString('base64url')
	};
}
