/** A workshop that is the rehearsal of another one. */
export interface RehearsalTable {
	workshop_id: string;
	/** The workshop that is rehearsed; it has one rehearsal at most. */
	of_workshop_id: string;
	started_at: number;
}

/** Who is nobody: writes and votes when the facilitator of a rehearsal says so. */
export interface PretendPersonTable {
	actor_id: string;
	workshop_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		rehearsal: RehearsalTable;
		pretend_person: PretendPersonTable;
	}
}
