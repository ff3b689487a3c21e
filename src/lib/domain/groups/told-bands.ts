import { supportBand, type SupportBand } from './support.ts';

/** A group that would be told in a band, and how many of its voters support the option. */
export interface BandedGroup {
	readonly voters: number;
	readonly supporters: number;
}

/** What is known of one option beside the bands: its total is published, and so is what large groups gave. */
export interface OptionInBands {
	readonly groups: readonly BandedGroup[];
	/** What these groups and the hidden voters gave together. */
	readonly given: number;
	/** Voters whose groups are not told at all. */
	readonly hidden: number;
	/** Most that one voter gives to one option. */
	readonly most: number;
}

/** Fewest and most supporters that a band of a group may stand for. */
interface Range {
	readonly band: SupportBand;
	readonly low: number;
	readonly high: number;
}

/** Bands of all groups that make a sum, and whether one of them is the band that is looked for. */
type Reachable = (ranges: readonly (readonly Range[])[]) => boolean;

/**
 * Whether the bands of an option may be told beside its total. Where lower bounds add up to the total, every
 * group of `few` gave nothing; where upper bounds do, every group of `most` gave all: no band may tell that.
 * Such bands are kept back. Where even keeping them back would tell it, since for some group none but such
 * bands are kept back, the bands of the option are kept back whatever they are. That follows from the total and
 * the sizes alone, which everybody has, so it tells nothing. A total of nothing or of everything tells more by
 * itself than bands can. Rule [GR7].
 */
export function mayTellBands(option: OptionInBands): boolean {
	const { groups, given, hidden, most } = option;
	const voters = groups.reduce((sum, group) => sum + group.voters, hidden);
	if (given === 0 || given >= most * voters) return true;
	const ranges = groups.map((group) => rangesOf(group.voters));
	const lowest: Reachable = (choices) => reaches(choices, 'low', 'few', (sum) => sum === given);
	const highest: Reachable = (choices) =>
		reaches(choices, 'high', 'most', (sum) => {
			const room = most * (sum + hidden) - given;
			return room >= 0 && room < most;
		});
	const [none, all] = [lowest(ranges), highest(ranges)];
	if (!none && !all) return true;
	const keptBackIsSafe =
		(all || eachWithout(ranges, 'few', lowest)) && (none || eachWithout(ranges, 'most', highest));
	if (!keptBackIsSafe) return false;
	const told = groups.map((group) => {
		const band = supportBand(group.supporters, group.voters);
		return rangesOf(group.voters).filter((range) => range.band === band);
	});
	return !lowest(told) && !highest(told);
}

/** The bands that a group of so many voters has, with what each stands for. */
function rangesOf(voters: number): Range[] {
	const ranges = new Map<SupportBand, Range>();
	for (let supporters = 0; supporters <= voters; supporters++) {
		const band = supportBand(supporters, voters);
		ranges.set(band, { band, low: ranges.get(band)?.low ?? supporters, high: supporters });
	}
	return [...ranges.values()];
}

/** For each group there are such bands in which it has another one than `band`. */
function eachWithout(
	ranges: readonly (readonly Range[])[],
	band: SupportBand,
	reachable: Reachable
): boolean {
	return ranges.every((_own, index) =>
		reachable(
			ranges.map((own, at) => (at === index ? own.filter((one) => one.band !== band) : own))
		)
	);
}

/** Whether one bound of each group's band, one of them being `band`, can add up to a sum that fits. */
function reaches(
	ranges: readonly (readonly Range[])[],
	bound: 'low' | 'high',
	band: SupportBand,
	fits: (sum: number) => boolean
): boolean {
	let without = new Set([0]);
	let having = new Set<number>();
	for (const own of ranges) {
		const [before, hadBefore] = [without, having];
		without = new Set();
		having = new Set();
		for (const range of own) {
			for (const sum of hadBefore) having.add(sum + range[bound]);
			for (const sum of before) (range.band === band ? having : without).add(sum + range[bound]);
		}
	}
	return [...having].some(fits);
}
