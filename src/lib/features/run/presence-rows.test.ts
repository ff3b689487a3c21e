import { expect, test } from 'vitest';
import { presenceRows } from './presence-rows.ts';

const category = (id: string, expected: number, position: number) => ({
	id,
	name: { ar: id },
	expected,
	observing: false,
	position
});
const CATEGORIES = [category('coop', 4, 1), category('bank', 2, 2), category('guest', 0, 3)];
const ids = (joined: Record<string, number>) =>
	presenceRows(CATEGORIES, joined, undefined).map((row) => row.category.id);

test('[RN10] the least present category comes first, equal ones in their order', () => {
	expect(ids({ coop: 4, bank: 1 })).toEqual(['bank', 'coop', 'guest']);
	expect(ids({ coop: 4, bank: 3 })).toEqual(['coop', 'bank', 'guest']);
	expect(ids({})).toEqual(['coop', 'bank', 'guest']);
});

test('[RN10] each awaited or present person has a seat, whose sign says how they are there', () => {
	const [coop] = presenceRows(CATEGORIES.slice(0, 1), { coop: 3 }, { coop: 2 });
	expect(coop).toMatchObject({ joined: 3, connected: 2, missing: 1 });
	expect(coop?.seats).toEqual(['now', 'now', 'off', 'absent']);
});

test('[RN10] more people than awaited have seats too, and nobody is missing', () => {
	const rows = presenceRows([category('guest', 0, 1)], { guest: 2 }, { guest: 5 });
	expect(rows[0]).toMatchObject({ connected: 2, missing: 0, seats: ['now', 'now'] });
});

test('[RN10] over twenty people are drawn as a bar', () => {
	const seatsFor = (expected: number) =>
		presenceRows([category('many', expected, 1)], {}, {})[0]?.seats;
	expect(seatsFor(20)).toHaveLength(20);
	expect(seatsFor(21)).toBeNull();
});

test('[RN17] care is asked for where few of a category came, once half of the room did', () => {
	const caring = (joined: Record<string, number>) =>
		presenceRows(CATEGORIES, joined, undefined).flatMap(({ care, category: { id } }) =>
			care ? [id] : []
		);
	expect(caring({})).toEqual([]);
	expect(caring({ bank: 1 })).toEqual([]);
	expect(caring({ bank: 2, coop: 1 })).toEqual(['coop']);
	expect(caring({ coop: 3 })).toEqual(['bank']);
	// Who nobody awaited fills no room, and more of one category stand for no other.
	expect(caring({ guest: 9 })).toEqual([]);
	expect(caring({ bank: 9 })).toEqual([]);
	expect(caring({ bank: 1, coop: 2 })).toEqual([]);
});
