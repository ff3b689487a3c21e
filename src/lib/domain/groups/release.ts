import {
	coarsened,
	partitionOf,
	type Group,
	type Partition,
	type PlannedCategory
} from './partition.ts';

/** Somebody who is there when groups are told of. */
export interface CountedPerson {
	readonly id: string;
	readonly categoryId: string;
	/** Wrote or voted: who never did lifts no category over the floor. */
	readonly active: boolean;
	/** Notes of theirs that stand. */
	readonly notes: number;
}

/** What is told of one group. */
export interface GroupCount extends Group {
	readonly people: number;
	readonly notes: number;
}

/** How a workshop's groups are told, once and for all: what follows later only joins groups. */
export interface ToldGroups {
	readonly partition: Partition;
	/** Category to the people who took part, as far as it was known at any telling; never told. */
	readonly active: ReadonlyMap<string, number>;
	/** Who was counted each time that people and notes were told, the last one being what is told. Never told. */
	readonly tellings: readonly (readonly CountedPerson[])[];
}

/**
 * Fixes the partition at the first telling; later it only becomes coarser, where people who were counted
 * before are gone or the floor was raised. Categories that came since join the last group. Rules [GR1] and
 * [GR4].
 */
export function fixPartition(
	earlier: ToldGroups | null,
	categories: readonly PlannedCategory[],
	people: readonly CountedPerson[],
	floor: number
): ToldGroups {
	const active = activeOf(earlier, categories, people);
	if (!earlier) return { partition: partitionOf(categories, active, floor), active, tellings: [] };
	const partition = coarsened(withNew(earlier.partition, categories), active, floor);
	return { ...earlier, partition, active };
}

/**
 * Tells people and notes of each group as they are now. Where they were told before, that stands unless in
 * every group nobody changed, or at least `floor` people did, since each earlier telling: else two of them
 * would name whoever came, went or wrote between. Rule [GR6].
 */
export function tellCounts(
	earlier: ToldGroups | null,
	categories: readonly PlannedCategory[],
	people: readonly CountedPerson[],
	floor: number
): ToldGroups {
	const fixed = fixPartition(earlier, categories, people, floor);
	if (!earlier || earlier.tellings.length === 0) return { ...fixed, tellings: [people] };
	const few = earlier.tellings.some((before) => {
		const changed = changedPeople(before, people);
		return earlier.partition.some(({ categoryIds }) => {
			const own = changed.filter((categoryId) => categoryIds.includes(categoryId)).length;
			return own > 0 && own < floor;
		});
	});
	return few ? earlier : { ...fixed, tellings: [...earlier.tellings, people] };
}

/**
 * What is told of each group under the floor of now, which may have been raised since; null before people and
 * notes were told. Groups of `categories` that came since stand with the last one.
 */
export function countsOf(
	told: ToldGroups,
	categories: readonly PlannedCategory[],
	floor: number
): { readonly partition: Partition; readonly counts: readonly GroupCount[] | null } {
	const partition = coarsened(withNew(told.partition, categories), told.active, floor);
	const counted = told.tellings.at(-1);
	return {
		partition,
		counts:
			counted
				? partition.map((group) => {
						const own = counted.filter(({ categoryId }) => group.categoryIds.includes(categoryId));
						const notes = own.reduce((sum, person) => sum + person.notes, 0);
						return { ...group, people: own.length, notes };
					})
				: null
	};
}

/** Category to who took part: what was known at an earlier telling stays known while the people are there. */
function activeOf(
	earlier: ToldGroups | null,
	categories: readonly PlannedCategory[],
	people: readonly CountedPerson[]
): ReadonlyMap<string, number> {
	return new Map(
		categories.map(({ id }) => {
			const own = people.filter(({ categoryId }) => categoryId === id);
			const active = own.filter((person) => person.active).length;
			// Whoever voted in a vote that is published is known by nobody any more, but was counted then.
			return [id, Math.max(active, Math.min(own.length, earlier?.active.get(id) ?? 0))];
		})
	);
}

/** With categories that were made since in the last group, and those that are gone in none. */
function withNew(partition: Partition, categories: readonly PlannedCategory[]): Partition {
	const ids = categories.map(({ id }) => id);
	const known = partition.flatMap(({ categoryIds }) => categoryIds);
	const fresh = ids.filter((id) => !known.includes(id));
	const kept = partition
		.map((group, index) => ({
			categoryIds: [...group.categoryIds, ...(index === partition.length - 1 ? fresh : [])]
		}))
		.map(({ categoryIds }) => ({ categoryIds: ids.filter((id) => categoryIds.includes(id)) }))
		.filter(({ categoryIds }) => categoryIds.length > 0);
	return kept.length === 0 && ids.length > 0 ? [{ categoryIds: ids }] : kept;
}

/** The category of each person who came, went, or whose number of notes changed. */
function changedPeople(
	before: readonly CountedPerson[],
	now: readonly CountedPerson[]
): readonly string[] {
	const earlier = new Map(before.map((person) => [person.id, person]));
	const here = new Set(now.map(({ id }) => id));
	return [
		...now.filter(({ id, notes }) => earlier.get(id)?.notes !== notes),
		...before.filter(({ id }) => !here.has(id))
	].map(({ categoryId }) => categoryId);
}
