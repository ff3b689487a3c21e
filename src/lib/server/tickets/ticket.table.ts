/**
 * A card or link that lets one person into a workshop. Its code stands nowhere: it follows from the id and a
 * secret of this installation, and is found by a keyed hash.
 */
export interface TicketTable {
	id: string;
	workshop_id: string;
	number: number;
	/** HMAC-SHA-256 of the code under the installation's key, base64url. */
	lookup: string;
	/** For whom it is, '' for nobody in particular. */
	name: string;
	organisation: string;
	category_id: string | null;
	/** Who came in with it. */
	participant_id: string | null;
	/** When it was replaced or withdrawn. */
	voided_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		ticket: TicketTable;
	}
}
