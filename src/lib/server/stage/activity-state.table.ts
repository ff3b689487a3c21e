/** What was kept of an activity. `state` is JSON, as its kind checked it: see `StateOf`; `at` is when. */
export interface ActivityStateTable {
	activity_id: string;
	state: string;
	at: number;
}

declare module '../db/database.ts' {
	interface Database {
		activity_state: ActivityStateTable;
	}
}
