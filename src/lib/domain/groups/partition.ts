/** Categories whose people are told together; most often one alone. Never empty. */
export interface Group {
	/** In the order of the categories. */
	readonly categoryIds: readonly string[];
}

/** A workshop's categories as they are told everywhere: each is in exactly one group. */
export type Partition = readonly Group[];

/** What of a category is known before anybody came. */
export interface PlannedCategory {
	readonly id: string;
	/** People awaited; 0 where nobody said how many. */
	readonly expected: number;
}

/**
 * The partition that follows from how many people of each category take part, the categories in their order.
 * Those of which fewer than `floor` were ever awaited are one group from the start, the last one; the others
 * stand alone. Groups are halved in their order into neighbourhoods, and a neighbourhood is told by its halves
 * only where each has enough people: `floor` of one category, `floor + 1` of several, so that each of them who
 * subtracts themself still faces the floor. So a small category joins its neighbours, and what nobody may be
 * told of joins with it.
 *
 * The neighbourhoods depend on nothing but what was known before, and that one is told whole says only that
 * one of its halves is too small, never which: whoever knows this rule cannot exclude of any of its categories
 * that nobody came, nor that all of the group did. Rule [GR1].
 */
export function partitionOf(
	categories: readonly PlannedCategory[],
	people: ReadonlyMap<string, number>,
	floor: number
): Partition {
	const awaited = (id: PlannedCategory): boolean => id.expected === 0 || id.expected >= floor;
	const small = categories.filter((category) => !awaited(category)).map(({ id }) => id);
	const alone = categories.filter(awaited).map(({ id }) => ({ categoryIds: [id] }));
	const leaves = [...alone, ...(small.length > 0 ? [{ categoryIds: small }] : [])];
	return coarsened(leaves, people, floor);
}

/**
 * The finest partition of whole groups of `partition` in which everybody who is told of is told of with
 * enough people; `partition` itself where they all have them. Rule [GR4].
 */
export function coarsened(
	partition: Partition,
	people: ReadonlyMap<string, number>,
	floor: number
): Partition {
	if (partition.length < 2) return partition;
	const middle = Math.floor(partition.length / 2);
	const halves = [partition.slice(0, middle), partition.slice(middle)];
	const enough = (half: Partition): boolean => {
		const whole = joined(half);
		return sizeOfGroup(whole, people) >= leastOf(whole, floor);
	};
	return halves.every(enough)
		? halves.flatMap((half) => coarsened(half, people, floor))
		: [joined(partition)];
}

/** Fewest people of a group who are told of: the floor, and one more where several categories hide each other. */
export function leastOf(group: Group, floor: number): number {
	return group.categoryIds.length > 1 ? floor + 1 : floor;
}

/** The people of a group. */
export function sizeOfGroup(group: Group, people: ReadonlyMap<string, number>): number {
	return group.categoryIds.reduce((sum, id) => sum + (people.get(id) ?? 0), 0);
}

function joined(groups: Partition): Group {
	return { categoryIds: groups.flatMap(({ categoryIds }) => categoryIds) };
}
