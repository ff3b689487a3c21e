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

/** Somebody who came, whether they are still there or not. */
export interface ComingPerson extends CountedPerson {
	/** Epoch milliseconds. */
	readonly joinedAt: number;
	/** When they were taken out; null for those who are there. */
	readonly removedAt: number | null;
}

/** What is told of one group. */
export interface GroupCount extends Group {
	readonly people: number;
	readonly notes: number;
}

/** How a workshop's groups are told, from the first telling on. */
export interface ToldGroups {
	readonly partition: Partition;
	/** Category to the people who took part at the first telling; never told. */
	readonly active: ReadonlyMap<string, number>;
	/** Who was counted each time that people and notes were told, the last one being what is told. Never told. */
	readonly tellings: readonly (readonly CountedPerson[])[];
	/** When the partition was fixed, epoch milliseconds. */
	readonly fixedAt: number;
}

/** The first telling of anything of groups: it fixes the partition by who is there. Rules [GR1] and [GR4]. */
export function fixPartition(
	categories: readonly PlannedCategory[],
	everybody: readonly ComingPerson[],
	floor: number,
	at: number
): ToldGroups {
	const people = everybody.filter(({ removedAt }) => removedAt === null);
	const active = new Map(
		categories.map(({ id }) => [
			id,
			people.filter((person) => person.active && person.categoryId === id).length
		])
	);
	return {
		partition: partitionOf(categories, active, floor),
		active,
		tellings: [],
		fixedAt: at
	};
}

/**
 * Tells people and notes of each group as they are now. Whoever was counted at an earlier telling stays so
 * though they were taken out since: a group that shrinks would name whoever went. Where people and notes were
 * told before, that stands unless in every group nobody changed, or at least `floor` people did, since each
 * earlier telling: else two of them would name whoever came or wrote between. Rule [GR6].
 */
export function tellCounts(
	told: ToldGroups,
	everybody: readonly ComingPerson[],
	floor: number
): ToldGroups {
	const before = new Set(told.tellings.at(-1)?.map(({ id }) => id));
	const people = everybody
		.filter(
			({ id, joinedAt, removedAt }) =>
				removedAt === null ||
				before.has(id) ||
				(joinedAt <= told.fixedAt && removedAt > told.fixedAt)
		)
		.map(({ id, categoryId, active, notes }) => ({ id, categoryId, active, notes }));
	const few = told.tellings.some((before) => {
		const changed = changedPeople(before, people);
		return told.partition.some(({ categoryIds }) => {
			const own = changed.filter((categoryId) => categoryIds.includes(categoryId)).length;
			return own > 0 && own < floor;
		});
	});
	return few ? told : { ...told, tellings: [...told.tellings, people] };
}

/**
 * What is told of each group under the floor of now: where it was raised, groups join. Null before people and
 * notes were told. Categories that were made since stand with the last group. Rule [GR4].
 */
export function countsOf(
	told: ToldGroups,
	categories: readonly PlannedCategory[],
	floor: number
): { readonly partition: Partition; readonly counts: readonly GroupCount[] | null } {
	const ids = categories.map(({ id }) => id);
	const partition = coarsened(withNew(told.partition, ids), told.active, floor).map(
		({ categoryIds }) => ({ categoryIds: ids.filter((id) => categoryIds.includes(id)) })
	);
	const counted = told.tellings.at(-1);
	return {
		partition,
		counts: counted
			? partition.map((group) => {
					const own = counted.filter(({ categoryId }) => group.categoryIds.includes(categoryId));
					const notes = own.reduce((sum, person) => sum + person.notes, 0);
					return { ...group, people: own.length, notes };
				})
			: null
	};
}

/** With categories that were made since in the last group, and those that are gone in none. */
function withNew(partition: Partition, ids: readonly string[]): Partition {
	const known = partition.flatMap(({ categoryIds }) => categoryIds);
	const fresh = ids.filter((id) => !known.includes(id));
	const kept = partition
		.map((group, index) => ({
			categoryIds: [...group.categoryIds, ...(index === partition.length - 1 ? fresh : [])]
		}))
		.map(({ categoryIds }) => ({ categoryIds: categoryIds.filter((id) => ids.includes(id)) }))
		.filter(({ categoryIds }) => categoryIds.length > 0);
	return kept.length === 0 && ids.length > 0 ? [{ categoryIds: ids }] : kept;
}

/** The category of each person who came, or whose number of notes changed. */
function changedPeople(
	before: readonly CountedPerson[],
	now: readonly CountedPerson[]
): readonly string[] {
	const earlier = new Map(before.map((person) => [person.id, person]));
	return now
		.filter(({ id, notes }) => earlier.get(id)?.notes !== notes)
		.map(({ categoryId }) => categoryId);
}
