import type { Generated } from 'kysely';
import type { Admission } from '../../domain/people/admission.ts';
import type { WorkshopState } from '../../domain/workshops/workshop.ts';

/** Texts in several languages are LocalizedText as JSON; `objectives` is a list of them. */
export interface WorkshopTable {
	id: string;
	title: string;
	short_title: string;
	/** The project or programme under which it is held, in words. */
	framework: string;
	objectives: string;
	venue: string;
	region_id: string | null;
	/** Unique among workshops that are not closed. */
	join_code: string;
	state: WorkshopState;
	example: 0 | 1;
	anonymity_floor: number;
	/** When the hall was first opened. */
	opened_at: number | null;
	created_at: number;
	version: number;
	/** New people may join while the hall is open. */
	joining: Generated<0 | 1>;
	/** How people come in. */
	admission: Generated<Admission>;
	/** The programme whose edition or phase it is, and which one, a LocalizedText as JSON. */
	programme_id: string | null;
	phase: Generated<string>;
}

/** Accounts named in a workshop; `lead` is the one who made it. */
export interface WorkshopFacilitatorTable {
	workshop_id: string;
	account_id: string;
	lead: 0 | 1;
}

declare module '../db/database.ts' {
	interface Database {
		workshop: WorkshopTable;
		workshop_facilitator: WorkshopFacilitatorTable;
	}
}
