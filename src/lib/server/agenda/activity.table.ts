import type { ActivityKind } from '../../domain/activities/activities.ts';

export interface ActivityTable {
	id: string;
	workshop_id: string;
	kind: ActivityKind;
	title: string;
	short_title: string;
	prompt: string;
	start_time: string | null;
	duration_minutes: number;
	/** What is set of its kind, as JSON: see `ParametersOf`. */
	parameters: string;
	/** When it was first the current one. */
	opened_at: number | null;
	/** The day on which it takes place. */
	day_id: string | null;
	position: number;
}

declare module '../db/database.ts' {
	interface Database {
		activity: ActivityTable;
	}
}
