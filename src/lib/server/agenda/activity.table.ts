import type { Generated } from 'kysely';
import type { ActivityKind, ActivityWriting } from '../../domain/activities/activity.ts';

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
	/** When it was first the current one. */
	opened_at: number | null;
	position: number;
	writing: Generated<ActivityWriting>;
}

declare module '../db/database.ts' {
	interface Database {
		activity: ActivityTable;
	}
}
