import type { RankedOption } from '#lib/domain/votes/publication.ts';

/** Most results that are drawn large, and most that stand in the line under them. */
const LARGE = 6;
const IN_LINE = 6;

/** What fits the screen at a glance; `left` more are on the phones. */
export interface ResultRows {
	readonly large: readonly RankedOption[];
	readonly rest: readonly RankedOption[];
	readonly left: number;
}

/**
 * The results by their places. Up to eight are all drawn large; of more, the first six are, and the
 * others stand in a line. Rule [SC7].
 */
export function resultRows(options: readonly RankedOption[]): ResultRows {
	if (options.length <= LARGE + 2) return { large: options, rest: [], left: 0 };
	const rest = options.slice(LARGE, LARGE + IN_LINE);
	return { large: options.slice(0, LARGE), rest, left: options.length - LARGE - rest.length };
}
