import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withheldCategories } from './anonymity.ts';

const withheld = (people: Record<string, number>, floor = 3): string[] =>
	[...withheldCategories(new Map(Object.entries(people)), floor)].sort();

test('[VO9] a category below the floor is withheld', () => {
	expect(withheld({ a: 2, b: 1, c: 5, d: 9 })).toEqual(['a', 'b']);
});

test('[VO9] a second one is withheld when only one would be hidden', () => {
	expect(withheld({ a: 2, b: 7, c: 5 })).toEqual(['a', 'c']);
});

test('[VO9] two hidden people of two categories are not enough to hide in', () => {
	expect(withheld({ a: 1, b: 1, c: 5, d: 9 })).toEqual(['a', 'b', 'c']);
});

test('[VO9] nobody hidden means nothing to derive', () => {
	expect(withheld({ a: 0, b: 4, c: 5 })).toEqual(['a']);
	expect(withheld({ a: 3, b: 4 })).toEqual([]);
	expect(withheld({})).toEqual([]);
});

test('[VO9] an empty category does not hide a lonely one', () => {
	expect(withheld({ a: 0, b: 1, c: 5, d: 6 })).toEqual(['a', 'b', 'c']);
});

test('[VO9] what is shown has the floor, what is hidden cannot be told apart', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(12), { maxLength: 20 }),
			fc.integer({ min: 2, max: 6 }),
			(counts, floor) => {
				const people = new Map(counts.map((count, index) => [`c${index}`, count]));
				const hidden = withheldCategories(people, floor);
				for (const [id, count] of people)
					if (!hidden.has(id)) expect(count).toBeGreaterThanOrEqual(floor);
				const behind = [...hidden].map((id) => people.get(id) ?? 0).filter((count) => count > 0);
				const sum = behind.reduce((total, count) => total + count, 0);
				const allHidden = [...people].every(([id, count]) => hidden.has(id) || count === 0);
				expect(sum === 0 || allHidden || (behind.length >= 2 && sum >= floor)).toBe(true);
			}
		)
	);
});
