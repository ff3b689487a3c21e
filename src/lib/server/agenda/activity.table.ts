import type { Generated } from 'kysely';
import type {
	ActivityKind,
	ActivityState,
	ActivityWriting
} from '../../domain/activities/activity.ts';

/** `columns` is a list of Column and `vote` VoteRules or null, both as JSON. */
export interface ActivityTable {
	id: string;
	workshop_id: string;
	kind: ActivityKind;
	title: string;
	short_title: string;
	prompt: string;
	start_time: string | null;
	duration_minutes: number;
	columns: string;
	vote: string;
	state: ActivityState;
	/** When it was first opened: from then on its board may be read. */
	opened_at: number | null;
	/** The day on which it takes place. */
	day_id: string | null;
	position: number;
	writing: Generated<ActivityWriting>;
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
