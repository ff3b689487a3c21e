/** What several workshops are editions or phases of. `name` is a LocalizedText as JSON. */
export interface ProgrammeTable {
	id: string;
	name: string;
}

declare module '../db/database.ts' {
	interface Database {
		programme: ProgrammeTable;
	}
}
