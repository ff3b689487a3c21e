import { labelKey, type CategoryList, type Correction } from '#lib/domain/people/category-list.ts';
import { newId } from '#lib/domain/id.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { StakeholderCategory } from '#lib/domain/people/stakeholder-category.ts';
import { numberOrZero, type NumberBounds } from '#lib/domain/text/numbers/whole-number.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { WORKSHOP_LIMITS } from '#lib/domain/workshops/workshop.ts';

/** A category as the page holds it while it is written. `key` names its fields in the form. */
export interface CategoryRow {
	readonly key: string;
	readonly id: string;
	name: Partial<Record<Locale, string>>;
	expected: string;
	observing: boolean;
	/** The words of a pasted name that were mended, shown until the name is changed. */
	mended: readonly string[];
}

/** The number of people awaited of a category. */
export const EXPECTED = {
	unit: 'people',
	least: 0,
	most: WORKSHOP_LIMITS.expected
} as const satisfies NumberBounds;

/** What reading a pasted list came to. */
export interface PastedReading {
	readonly found: number;
	readonly corrections: readonly { readonly correction: Correction; readonly count: number }[];
	/** The people awaited by the numbers that stood beside names; null where none did. */
	readonly awaited: number | null;
	readonly duplicates: readonly string[];
	readonly leftOut: readonly string[];
	readonly unread: readonly string[];
}

/** An empty row; `key` is given where the server's page and the browser's must agree. */
export function blankRow(key: string = newId(8)): CategoryRow {
	return { key, id: '', name: {}, expected: '', observing: false, mended: [] };
}

export function rowsOf(categories: readonly StakeholderCategory[]): CategoryRow[] {
	return categories.map(({ id, name, expected, observing }) => ({
		key: id,
		id,
		name: { ...name },
		expected: String(expected),
		observing,
		mended: []
	}));
}

/**
 * The rows with a list that was read added to them: what stands there already, in any language, keeps
 * its place, and its number unless it has none. Rows without a name give way.
 */
export function withList(rows: readonly CategoryRow[], list: CategoryList): CategoryRow[] {
	const named = rows.filter((row) => Object.values(row.name).some((name) => name.trim() !== ''));
	const read = new Map(list.items.map((item) => [labelKey(item.label), item]));
	const keysOf = (row: CategoryRow) => Object.values(row.name).map(labelKey);
	const present = new Set(named.flatMap(keysOf));
	const added = list.items
		.filter((item) => !present.has(labelKey(item.label)))
		.map((item, index) => ({
			...blankRow(`read${index}`),
			name: { [languageOf(item.label)]: item.label },
			expected: String(item.expected ?? ''),
			mended: item.mended
		}));
	const kept = named.map((row) => {
		const again = keysOf(row).flatMap((key) => read.get(key)?.expected ?? [])[0];
		const unsaid = again !== undefined && numberOrZero(row.expected, EXPECTED.unit) === 0;
		return {
			...row,
			key: row.id || newId(8),
			expected: unsaid ? String(again) : row.expected
		};
	});
	return [...kept, ...added];
}

/** How many items were read, and how often each kind of correction was made, in a fixed order. */
export function readingOf(list: CategoryList): PastedReading {
	const counts = new Map<Correction, number>();
	for (const item of list.items)
		for (const correction of item.corrections)
			counts.set(correction, (counts.get(correction) ?? 0) + 1);
	return {
		found: list.items.length,
		corrections: [...counts].map(([correction, count]) => ({ correction, count })),
		awaited: list.items.some(({ expected }) => expected !== null)
			? list.items.reduce((sum, { expected }) => sum + (expected ?? 0), 0)
			: null,
		duplicates: list.duplicates,
		leftOut: list.leftOut,
		unread: list.unread
	};
}

/** Arabic script is Arabic; Latin script is taken for French, the second language of these lists. */
function languageOf(label: string): Locale {
	return writingDirection(label, 'rtl') === 'rtl' ? 'ar' : 'fr';
}

/** The language that a list of rows is mostly written in, so that its fields show it. */
export function mainLanguage(rows: readonly CategoryRow[], fallback: Locale): Locale {
	const filled = (locale: Locale) => rows.filter((row) => row.name[locale]?.trim()).length;
	const order: Locale[] = [fallback, 'ar', 'fr', 'en'];
	return order.reduce((best, locale) => (filled(locale) > filled(best) ? locale : best));
}
