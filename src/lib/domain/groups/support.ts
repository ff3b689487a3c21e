/** How many of a group support something, in thirds: `few` may be nobody, `most` may be all. */
export type SupportBand = 'few' | 'some' | 'most';

/** Voters of a group from which on its figures of a secret vote are told exactly. */
export const EXACT_FROM = 10;

/**
 * The band of `supporters` of a group's `voters`: at most a third, at least two thirds, or between. The
 * bounds belong to the outer bands, so that of three people and more none is told to be nobody or all.
 * Rule [GR3].
 */
export function supportBand(supporters: number, voters: number): SupportBand {
	if (supporters * 3 <= voters) return 'few';
	return supporters * 3 >= voters * 2 ? 'most' : 'some';
}
