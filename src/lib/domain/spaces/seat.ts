import type { SpaceKind } from './space.ts';

/** What somebody is where they sit. A rapporteur writes as a member does, and fills in the synthesis. */
export const SEAT_ROLES = ['member', 'facilitator', 'rapporteur'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** Where a person sits now. In each layer, rooms and tables, a person has one seat at a time. */
export interface Seat {
	readonly spaceId: string;
	readonly layer: SpaceKind;
	readonly role: SeatRole;
}

/** The seat in a space, if one of them is there. */
export function seatIn(seats: readonly Seat[], spaceId: string): Seat | undefined {
	return seats.find((seat) => seat.spaceId === spaceId);
}
