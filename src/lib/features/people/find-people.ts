import { foldArabic } from '#lib/domain/text/arabic/fold-arabic.ts';

/** Whom each word of `query` is found in: name, organisation or category, folded as a search compares. */
export function findPeople<Person>(
	people: readonly Person[],
	query: string,
	textsOf: (person: Person) => readonly string[]
): readonly Person[] {
	const words = foldArabic(query)
		.split(' ')
		.filter((word) => word !== '');
	if (words.length === 0) return people;
	return people.filter((person) => {
		const text = foldArabic(textsOf(person).join(' '));
		return words.every((word) => text.includes(word));
	});
}
