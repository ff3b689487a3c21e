import { firstPlaces, placeOf } from '#lib/domain/ballots/places.ts';
import type { RankedOption } from '#lib/domain/votes/publication.ts';

/** Results that are drawn large: of more than fit, about so many, so that the line under them has room. */
const LARGE = 6;
const LARGE_ROOM = 8;
/** Those that stand in the line under them, and where none is drawn large. */
const IN_LINE = 6;
const IN_LINE_ROOM = 8;
const ALONE = 24;

/** What fits the screen at a glance; `left` more have a place and are on the phones, `unplaced` got nothing. */
export interface ResultRows {
	readonly large: readonly RankedOption[];
	readonly rest: readonly RankedOption[];
	readonly left: number;
	readonly unplaced: number;
}

/**
 * The results by their places. Up to eight are all drawn large; of more, the first six are, and the others stand
 * in a line; both are cut between ranks, so that those who tie are shown alike. Rules [SC7] and [VO21].
 */
export function resultRows(options: readonly RankedOption[]): ResultRows {
	const placed = options.filter((option) => placeOf(option) !== null);
	const unplaced = options.length - placed.length;
	if (placed.length <= LARGE_ROOM) return { large: placed, rest: [], left: 0, unplaced };
	const large = firstPlaces(placed, LARGE, LARGE_ROOM);
	const others = placed.slice(large.length);
	const rest =
		large.length > 0
			? firstPlaces(others, IN_LINE, IN_LINE_ROOM)
			: firstPlaces(others, ALONE, ALONE);
	return { large, rest, left: others.length - rest.length, unplaced };
}
