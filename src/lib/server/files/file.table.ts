/** An uploaded picture, checked by decoding its head. */
export interface FileTable {
	id: string;
	workshop_id: string;
	media_type: string;
	bytes: Uint8Array;
	created_at: number;
}

declare module '../db/database.ts' {
	interface Database {
		file: FileTable;
	}
}
