import type { GroupingKind } from '../../domain/clusters/grouping.ts';

/** One way of putting notes into clusters. The plenary's of old bears its workshop's id. */
export interface GroupingTable {
	id: string;
	workshop_id: string;
	kind: GroupingKind;
	activity_id: string | null;
	space_id: string | null;
}

declare module '../db/database.ts' {
	interface Database {
		grouping: GroupingTable;
	}
}
