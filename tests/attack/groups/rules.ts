import { labelledAuthors } from '#lib/domain/groups/note-labels.ts';
import {
	countsOf,
	fixPartition,
	tellCounts,
	type ComingPerson,
	type ToldGroups
} from '#lib/domain/groups/release.ts';
import type { LabelRules } from './note-authors.ts';
import type { FigureRules } from './told-figures.ts';

/** How the product tells figures of groups. Its clock counts the steps. */
export const OUR_FIGURES: FigureRules = ({ categories, floor }) => {
	let told: ToldGroups | null = null;
	let everybody: readonly ComingPerson[] = [];
	let now = 0;
	return {
		take({ kind }, present) {
			now++;
			const known = new Map(everybody.map((person) => [person.id, person]));
			everybody = [
				...everybody.map((person) =>
					present.some(({ id }) => id === person.id)
						? person
						: { ...person, removedAt: person.removedAt ?? now }
				),
				...present
					.filter(({ id }) => !known.has(id))
					.map((person) => ({ ...person, joinedAt: now, removedAt: null }))
			];
			if (kind === 'vote' || kind === 'tell')
				told ??= fixPartition(categories, everybody, floor, now);
			if (kind === 'tell' && told) told = tellCounts(told, everybody, floor);
		},
		look: () => told && JSON.stringify(countsOf(told, categories, floor))
	};
};

/** How the product names categories beside notes: once, when writing on the board has ended. */
export const OUR_LABELS =
	(end: number): LabelRules =>
	(people, authors, floor, look) =>
		look < end ? new Map() : labelledAuthors(people, authors, floor);

/**
 * How both were told before, kept as a control: an attacker who finds nothing here finds nothing anywhere. A
 * partition for each look, of everybody who had joined, whether they took part or not; and a category named
 * beside all its notes as soon as it stood alone in it.
 */
export const OLD_FIGURES: FigureRules = ({ categories, floor }) => ({
	take: () => undefined,
	look(present) {
		const groups = oldPartition(
			categories.map(({ id }) => id),
			countBy(present),
			floor
		);
		return JSON.stringify(groups.map((ids) => [ids, sizeOf(ids, countBy(present))]));
	}
});

export const OLD_LABELS: LabelRules = (people, authors, floor) => {
	const counts = countBy(people);
	const alone = oldPartition([...counts.keys()].sort(), counts, floor)
		.filter((ids) => ids.length === 1 && sizeOf(ids, counts) >= floor)
		.flat();
	return new Map(
		authors.flatMap(({ id }) => {
			const category = people.find((person) => person.id === id)?.categoryId ?? '';
			return alone.includes(category) ? [[id, category] as const] : [];
		})
	);
};

function oldPartition(
	ids: readonly string[],
	counts: ReadonlyMap<string, number>,
	floor: number
): string[][] {
	const of = (id: string): number => counts.get(id) ?? 0;
	const together = new Set(ids.filter((id) => of(id) < floor));
	const alone = ids
		.filter((id) => !together.has(id))
		.sort((a, b) => of(b) - of(a) || ids.indexOf(a) - ids.indexOf(b));
	const size = (): number => sizeOf([...together], counts);
	while (size() > 0 && size() <= floor && alone.length > 0) together.add(alone.pop() ?? '');
	return [
		...ids.filter((id) => !together.has(id)).map((id) => [id]),
		...(together.size > 0 ? [ids.filter((id) => together.has(id))] : [])
	];
}

function sizeOf(ids: readonly string[], counts: ReadonlyMap<string, number>): number {
	return ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
}

function countBy(people: readonly { readonly categoryId: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { categoryId } of people) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
	return counts;
}
