/** Categories whose people are told together; most often one alone. Never empty. */
export interface Group {
	/** In the order of the categories. */
	readonly categoryIds: readonly string[];
}

/** A workshop's categories as they are told everywhere: each is in exactly one group. */
export type Partition = readonly Group[];

/**
 * The partition that follows from how many people of each category there are, 0 included, in the order of
 * the categories. A category of at least `floor` people stands alone. The others are joined into one group,
 * and with them the smallest that would stand alone, until the group has `floor + 1` people, so that each
 * of them who subtracts themself still faces the floor. Where there are fewer people than that altogether,
 * everybody is one group, which tells no more than the total. Rule [GR1].
 */
export function partitionOf(people: ReadonlyMap<string, number>, floor: number): Partition {
	const sizeOf = (id: string): number => people.get(id) ?? 0;
	const ids = [...people.keys()];
	const together = new Set(ids.filter((id) => sizeOf(id) < floor));
	const alone = ids
		.filter((id) => !together.has(id))
		// Of equals the one that stands last joins, so that the same people give the same partition.
		.sort((a, b) => sizeOf(b) - sizeOf(a) || ids.indexOf(a) - ids.indexOf(b));
	const size = (): number => [...together].reduce((sum, id) => sum + sizeOf(id), 0);
	while (size() > 0 && size() <= floor && alone.length > 0) together.add(alone.pop() ?? '');
	return [
		...ids.filter((id) => !together.has(id)).map((id) => ({ categoryIds: [id] })),
		...(together.size > 0 ? [{ categoryIds: ids.filter((id) => together.has(id)) }] : [])
	];
}

/** The people of a group. */
export function sizeOfGroup(group: Group, people: ReadonlyMap<string, number>): number {
	return group.categoryIds.reduce((sum, id) => sum + (people.get(id) ?? 0), 0);
}

/** The categories that may be named beside a note, a proposal or a person: those that stand alone. */
export function namedCategories(
	partition: Partition,
	people: ReadonlyMap<string, number>,
	floor: number
): ReadonlySet<string> {
	return new Set(
		partition
			.filter((group) => group.categoryIds.length === 1 && sizeOfGroup(group, people) >= floor)
			.flatMap(({ categoryIds }) => categoryIds)
	);
}
