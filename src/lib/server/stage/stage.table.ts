import type { StageView } from '../../domain/stage/stage.ts';

/** Where a workshop or one of its rooms stands. `timer` is a Timer or null as JSON. */
export interface StageTable {
	/** The workshop's id for the hall's stage, the room's for a room's. */
	id: string;
	workshop_id: string;
	/** The room of a room's stage. */
	space_id: string | null;
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
