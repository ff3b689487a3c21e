import type { Generated } from 'kysely';
import type { ActivityKind } from '../../domain/activities/activities.ts';
import type { ActivityState } from '../../domain/activities/activity.ts';

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
	state: ActivityState;
	/** When it was first opened: from then on its board may be read. */
	opened_at: number | null;
	position: number;
	/** When private notes were revealed; null before, and where writing is shared. */
	revealed_at: number | null;
	/** Nobody writes on a locked board, facilitators included. */
	locked: Generated<0 | 1>;
}

declare module '../db/database.ts' {
	interface Database {
		activity: ActivityTable;
	}
}
