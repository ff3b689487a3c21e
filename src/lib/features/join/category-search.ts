import { findFolded, foldArabic } from '#lib/domain/text/arabic/fold-arabic.ts';

/** A category as the join page offers it. */
export interface CategoryChoice {
	readonly categoryId: string;
	/** In the language of the page. */
	readonly name: string;
	/** Its names in the other languages: found, but not shown. */
	readonly otherNames: readonly string[];
	readonly observing: boolean;
}

/** A run of a name; `hit` where a searched word stands in it. */
export interface NamePart {
	readonly text: string;
	readonly hit: boolean;
}

/** The most categories that are shown without a search. */
export const CATEGORIES_WITHOUT_SEARCH = 8;

/**
 * The categories that hold every word of `query`, inside words too and whatever the diacritics, with the
 * parts of their names. An empty query finds all of them. Rule [JN9].
 */
export function searchCategories(
	categories: readonly CategoryChoice[],
	query: string
): { readonly category: CategoryChoice; readonly parts: readonly NamePart[] }[] {
	const words = foldArabic(query)
		.split(' ')
		.filter((word) => word !== '');
	return categories
		.filter(({ name, otherNames }) => {
			const names = [name, ...otherNames].map(foldArabic);
			return words.every((word) => names.some((candidate) => candidate.includes(word)));
		})
		.map((category) => ({ category, parts: partsOf(category.name, words) }));
}

function partsOf(name: string, words: readonly string[]): NamePart[] {
	const ranges = words
		.map((word) => findFolded(name, word))
		.filter((range) => range !== undefined)
		.sort((a, b) => a.start - b.start);
	const parts: NamePart[] = [];
	let from = 0;
	for (const { start, end } of ranges) {
		if (end <= from) continue;
		const begin = Math.max(start, from);
		if (begin > from) parts.push({ text: name.slice(from, begin), hit: false });
		parts.push({ text: name.slice(begin, end), hit: true });
		from = end;
	}
	if (from < name.length) parts.push({ text: name.slice(from), hit: false });
	return parts;
}
