import type { StageView } from '../../domain/stage/stage.ts';

/** Where a workshop stands; one row a workshop. `timer` is a Timer or null as JSON. */
export interface StageTable {
	workshop_id: string;
	activity_id: string | null;
	view: StageView;
	timer: string;
	version: number;
}

declare module '../db/database.ts' {
	interface Database {
		stage: StageTable;
	}
}
