/** How a workshop keeps what it knows of persons; a workshop without a row has the defaults. */
export interface PrivacyTable {
	workshop_id: string;
	contact: string;
	keep_days: number | null;
	erase_words: 0 | 1;
	show_contacts: 0 | 1;
	/** On how many different days in a row the server saw that its time had passed, and when it last did. */
	due_days: number;
	due_seen_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		privacy: PrivacyTable;
	}
}
