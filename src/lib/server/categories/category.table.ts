export interface CategoryTable {
	id: string;
	workshop_id: string;
	name: string;
	expected: number;
	observing: 0 | 1;
	position: number;
}

declare module '../db/database.ts' {
	interface Database {
		category: CategoryTable;
	}
}
