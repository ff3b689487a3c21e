import type { Locale } from '../../domain/locale.ts';

/** A guest of one workshop. `name`, `organisation` and `province` are optional and may be ''. */
export interface ParticipantTable {
	id: string;
	actor_id: string;
	workshop_id: string;
	category_id: string;
	language: Locale;
	name: string;
	organisation: string;
	province: string;
	joined_at: number;
}

declare module '../db/database.ts' {
	interface Database {
		participant: ParticipantTable;
	}
}
