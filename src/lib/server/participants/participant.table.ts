import type { Generated } from 'kysely';
import type { GuestRole } from '../../domain/people/actor.ts';
import type { Locale } from '../../domain/text/locale.ts';

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
	role: Generated<GuestRole>;
	/** When a facilitator took the person out of the workshop; what they wrote stays. */
	removed_at: number | null;
	/** A hash of the device that they joined with and of the workshop; '' where it is not known. */
	device: Generated<string>;
	/** The entry of the same person that this one was merged into. */
	merged_into: string | null;
	/** When their name and words were erased; they go on being counted. */
	erased_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		participant: ParticipantTable;
	}
}
