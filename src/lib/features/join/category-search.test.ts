import { expect, test } from 'vitest';
import { searchCategories, type CategoryChoice } from './category-search.ts';

const choice = (name: string, ...otherNames: string[]): CategoryChoice => ({
	categoryId: name,
	name,
	otherNames,
	observing: false
});
const CATEGORIES = [
	choice('المدراء الجهويون للقطاعات الحكومية', 'Directeurs régionaux'),
	choice('المدراء الإقليميون لقطاع الصناعة التقليدية', 'Directeurs provinciaux de l’artisanat'),
	choice('بنك المغرب', 'Bank Al-Maghrib')
];
const found = (query: string) =>
	searchCategories(CATEGORIES, query).map((hit) => hit.category.name);

test('[JN9] an empty search offers every category in the given order', () => {
	expect(found('  ')).toEqual(CATEGORIES.map((category) => category.name));
});

test('[JN9] finds inside words, with or without hamza and diacritics', () => {
	expect(found('قطاع')).toHaveLength(2);
	expect(found('الاقليميون')).toEqual(['المدراء الإقليميون لقطاع الصناعة التقليدية']);
	expect(found('صِناعه')).toEqual(['المدراء الإقليميون لقطاع الصناعة التقليدية']);
});

test('[JN9] every word must be there, in whatever order', () => {
	expect(found('صناعة مدراء')).toEqual(['المدراء الإقليميون لقطاع الصناعة التقليدية']);
	expect(found('بنك صناعة')).toEqual([]);
});

test('[JN9] a name in another language finds the category too', () => {
	expect(found('regionaux')).toEqual(['المدراء الجهويون للقطاعات الحكومية']);
});

test('[JN9] what was found is marked, and the parts make up the name', () => {
	const [{ parts, category }] = searchCategories(CATEGORIES, 'بنك مغرب') as [
		ReturnType<typeof searchCategories>[number]
	];
	expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['بنك', 'مغرب']);
	expect(parts.map((part) => part.text).join('')).toBe(category.name);
});

test('[JN9] words that overlap in a name do not repeat it', () => {
	for (const { parts, category } of searchCategories(CATEGORIES, 'الصناعة صناع ناعة'))
		expect(parts.map((part) => part.text).join('')).toBe(category.name);
});
