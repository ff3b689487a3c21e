import { expect, test } from 'vitest';
import { equalNames, nameKey } from './equal-names.ts';

test.each([
	['بن صالح', 'بنصالح'],
	['معروفي', 'المعروفي'],
	['ممثلة تعاونية 5', 'ممثله  تعاونيّة ٥'],
	['El-Amrani Saïd', 'el amrani said'],
	['أحمد', 'احمد']
])('[PE9] %s and %s are written alike', (one, other) => {
	expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
	['سعاد', 'سعيد'],
	['ممثل 5', 'ممثل 6'],
	['Amina', 'Aminata']
])('[PE9] %s and %s are not', (one, other) => {
	expect(nameKey(one)).not.toBe(nameKey(other));
});

test('[PE9] only names that come again make a group, and no name makes none', () => {
	const people = ['سعاد', '', 'أحمد', 'سُعاد', '', ' ', 'كريم'].map((name, id) => ({ id, name }));
	expect(equalNames(people).map((group) => group.map(({ id }) => id))).toEqual([[0, 3]]);
});
