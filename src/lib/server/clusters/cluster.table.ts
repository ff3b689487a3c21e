/** Clusters and their members as the document of a grouping holds them. */
export interface ClusterTable {
	id: string;
	grouping_id: string;
	title: string;
	position: number;
	deleted: 0 | 1;
}

/** A note stands in at most one cluster of a grouping. */
export interface ClusterNoteTable {
	grouping_id: string;
	cluster_id: string;
	board_id: string;
	note_key: string;
}

declare module '../db/database.ts' {
	interface Database {
		cluster: ClusterTable;
		cluster_note: ClusterNoteTable;
	}
}
