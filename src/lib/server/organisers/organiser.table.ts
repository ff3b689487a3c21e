import type { OrganiserRole } from '../../domain/workshops/workshop.ts';

export interface OrganiserTable {
	id: string;
	workshop_id: string;
	name: string;
	role: OrganiserRole;
	logo_id: string | null;
	position: number;
}

declare module '../db/database.ts' {
	interface Database {
		organiser: OrganiserTable;
	}
}
