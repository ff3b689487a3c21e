import { foldArabic } from '../text/arabic/fold-arabic.ts';

/**
 * What two spellings of one person's name have in common: folded as a search compares, without the article
 * that a family name takes or leaves, without spaces and marks between its words.
 */
export function nameKey(name: string): string {
	return foldArabic(name)
		.split(/[^\p{L}\p{N}]+/u)
		.map((word) => word.replace(/^ال(?=.{3})/u, ''))
		.join('');
}

/** Those whose names are written alike, in groups of two and more; who gave no name is in none. */
export function equalNames<Person extends { readonly name: string }>(
	people: readonly Person[]
): readonly (readonly Person[])[] {
	const groups = new Map<string, Person[]>();
	for (const person of people) {
		const key = nameKey(person.name);
		if (key === '') continue;
		const group = groups.get(key) ?? [];
		group.push(person);
		groups.set(key, group);
	}
	return [...groups.values()].filter((group) => group.length > 1);
}
