/** One day of a workshop, in the order of `position`; times are HH:MM, the date YYYY-MM-DD. */
export interface DayTable {
	id: string;
	workshop_id: string;
	date: string | null;
	start_time: string | null;
	end_time: string | null;
	position: number;
}

declare module '../db/database.ts' {
	interface Database {
		day: DayTable;
	}
}
