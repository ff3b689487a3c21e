/** `name` is a LocalizedText as JSON. */
export interface RegionTable {
	id: string;
	name: string;
	position: number;
}

/** A director's regions. */
export interface AccountRegionTable {
	account_id: string;
	region_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		region: RegionTable;
		account_region: AccountRegionTable;
	}
}
