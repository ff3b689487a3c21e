/** Clusters and their members as the workshop's clusters document holds them. */
export interface ClusterTable {
	id: string;
	workshop_id: string;
	title: string;
	position: number;
	deleted: 0 | 1;
}

/** A note stands in at most one cluster. */
export interface ClusterNoteTable {
	workshop_id: string;
	cluster_id: string;
	board: string;
	note_key: string;
}

declare module '../db/database.ts' {
	interface Database {
		cluster: ClusterTable;
		cluster_note: ClusterNoteTable;
	}
}
