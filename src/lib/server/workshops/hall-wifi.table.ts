/**
 * The Wi-Fi of a workshop's hall; a workshop for which nobody gave one has no row. It stands as it is, since
 * it is printed again, and apart from the workshop, so that whoever reads that one does not read this.
 */
export interface HallWifiTable {
	workshop_id: string;
	network: string;
	/** '' where the network is open. */
	password: string;
}

declare module '../db/database.ts' {
	interface Database {
		hall_wifi: HallWifiTable;
	}
}
