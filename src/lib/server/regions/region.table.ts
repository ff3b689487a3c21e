/** `name` is a LocalizedText as JSON. */
export interface RegionTable {
	id: string;
	name: string;
	position: number;
}

declare module '../db/database.ts' {
	interface Database {
		region: RegionTable;
	}
}
