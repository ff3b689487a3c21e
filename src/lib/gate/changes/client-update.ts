import type { Incoming } from './incoming.ts';

/** The structs of one client in an update, each following the one before. */
export interface Section {
	readonly client: number;
	readonly structs: readonly Incoming[];
}

/** The new structs of an update by their clients; each begins with the next clock of its client. */
export type NewStructs = ReadonlyMap<number, readonly Incoming[]>;

/** What one client id wrote and the update deletes. Ranges are in order and do not overlap. */
export interface Deletes {
	readonly client: number;
	readonly ranges: readonly ClockRange[];
}

export interface ClockRange {
	readonly clock: number;
	readonly length: number;
}

/** An update (V1) of a client, decoded. */
export interface ClientUpdate {
	readonly sections: readonly Section[];
	readonly deletes: readonly Deletes[];
}
