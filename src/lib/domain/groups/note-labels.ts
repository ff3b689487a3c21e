/** Somebody who could have written on a board: who has a place there and took part in the workshop. */
export interface BoardPerson {
	readonly id: string;
	readonly categoryId: string;
	/** Since when they could; epoch milliseconds. */
	readonly since: number;
}

/** Somebody who wrote on a board. */
export interface BoardAuthor {
	/** Of the {@link BoardPerson}. */
	readonly id: string;
	/** When their first note there was written. */
	readonly first: number;
}

/**
 * The authors beside whose notes on a board their category stands, each with it. The notes of one author are
 * one hand's, which everybody who reads the board can see, so they are named together or not at all.
 *
 * Named are hands that began before anybody came who was not there when the first one did: each of them can
 * then be anybody of those who were, whatever is seen of times. A category is named where `floor` of those are
 * of it; whoever of them is of no named one is one of `floor + 1` at least, else the smallest named one is not
 * named either. Which hands and which categories are named follows from who was there and when hands began, so
 * that a name that is missing tells no more than one that stands. Categories that the workshop's partition
 * tells `together` with others are never named. Rule [GR5].
 */
export function labelledAuthors(
	people: readonly BoardPerson[],
	authors: readonly BoardAuthor[],
	floor: number,
	together: ReadonlySet<string> = new Set()
): ReadonlyMap<string, string> {
	const begun = Math.min(...authors.map(({ first }) => first));
	const there = people.filter(({ since }) => since <= begun);
	const nextCame = Math.min(
		...people.filter(({ since }) => since > begun).map(({ since }) => since)
	);
	const named = namedOf(there, floor, together);
	const categoryOf = new Map(there.map(({ id, categoryId }) => [id, categoryId]));
	return new Map(
		authors.flatMap(({ id, first }) => {
			const category = categoryOf.get(id);
			return first < nextCame && category !== undefined && named.has(category)
				? [[id, category] as const]
				: [];
		})
	);
}

function namedOf(
	there: readonly BoardPerson[],
	floor: number,
	together: ReadonlySet<string>
): ReadonlySet<string> {
	const sizes = new Map<string, number>();
	for (const { categoryId } of there) sizes.set(categoryId, (sizes.get(categoryId) ?? 0) + 1);
	const sizeOf = (id: string): number => sizes.get(id) ?? 0;
	const named = [...sizes.keys()]
		.filter((id) => sizeOf(id) >= floor && !together.has(id))
		.sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1));
	const hidden = (): number => there.length - named.reduce((sum, id) => sum + sizeOf(id), 0);
	while (named.length > 0 && hidden() > 0 && hidden() <= floor) named.pop();
	return new Set(named);
}
