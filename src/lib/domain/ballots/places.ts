/** What a place follows from: what was given, and the rank that the record has. */
export interface Ranked {
	/** In the unit of the vote. */
	readonly score: number;
	/** Dense: equal scores share one. */
	readonly rank: number;
	readonly tied: boolean;
}

/**
 * The place of an option as every page and document shows it, or null: what got nothing has no place, and ties
 * with nobody, whatever rank the record counts it under. Rule [VO21].
 */
export function placeOf({ score, rank, tied }: Ranked): Pick<Ranked, 'rank' | 'tied'> | null {
	return score > 0 ? { rank, tied } : null;
}

/**
 * Those that are shown where a page or document shows the first few of `ranked`, which stands by rank: whole
 * ranks, at least `wanted` options where there are so many, and never more than `room`. A rank that would go
 * over `room` is left out whole, the first one too, so that whoever ties is shown alike; what got nothing is
 * never among them. Rule [VO21].
 */
export function firstPlaces<Option extends Ranked>(
	ranked: readonly Option[],
	wanted: number,
	room = Infinity
): Option[] {
	const placed = ranked.filter((option) => placeOf(option) !== null);
	let shown = 0;
	while (shown < wanted && shown < placed.length) {
		const rank = placed[shown]?.rank;
		const after = placed.findIndex((option, at) => at > shown && option.rank !== rank);
		const end = after < 0 ? placed.length : after;
		if (end > room) break;
		shown = end;
	}
	return placed.slice(0, shown);
}
