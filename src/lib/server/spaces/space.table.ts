import type { SpaceKind } from '../../domain/spaces/space.ts';
import type { SeatRole } from '../../domain/spaces/seat.ts';

/** Rooms and tables; `name` and `theme` are LocalizedText as JSON. */
export interface SpaceTable {
	id: string;
	workshop_id: string;
	/** The room that a table stands in. */
	parent_id: string | null;
	kind: SpaceKind;
	name: string;
	theme: string;
	capacity: number | null;
	position: number;
}

/** Who sat where and when; `until` is null for the seats of now, one a person in each layer. */
export interface SeatTable {
	id: string;
	space_id: string;
	layer: SpaceKind;
	actor_id: string;
	role: SeatRole;
	since: number;
	until: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		space: SpaceTable;
		seat: SeatTable;
	}
}
