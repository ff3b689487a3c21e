/** How a workshop keeps what it knows of persons; a workshop without a row has the defaults. */
export interface PrivacyTable {
	workshop_id: string;
	contact: string;
	keep_days: number | null;
	erase_words: 0 | 1;
	show_contacts: 0 | 1;
}

declare module '../db/database.ts' {
	interface Database {
		privacy: PrivacyTable;
	}
}
