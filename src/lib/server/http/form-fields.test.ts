import { expect, test } from 'vitest';
import { versionField, wholeNumberField } from './form-fields.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test('[TX12] a form’s number is read as people type it, by what it counts', () => {
	const given = form({ expected: '١٬٢٥٠ شخصاً', duration: '90 min', count: ' 20,00 ', none: ' ' });
	expect(wholeNumberField(given, 'expected', { unit: 'people' })).toBe(1250);
	expect(wholeNumberField(given, 'duration', { unit: 'minutes' })).toBe(90);
	expect(wholeNumberField(given, 'count')).toBe(20);
	expect(wholeNumberField(given, 'none', { empty: 7 })).toBe(7);
	expect(wholeNumberField(given, 'missing')).toBe(0);
	expect([versionField(form({ version: '12' })), versionField(given)]).toEqual([12, -1]);
});

test.each([
	['9,5 MDH', 'number_abbreviated', { meant: 9_500_000 }],
	['7,5', 'number_not_whole', {}],
	['-1', 'number_unread', {}],
	['1 000 000 000', 'number_out_of_range', { least: 0, most: 999_999_999 }]
])('[TX12] what is none is refused with its field and its reason: %j', (typed, code, details) => {
	expect(() => wholeNumberField(form({ count: typed }), 'count')).toThrow(
		expect.objectContaining({ code, details: { ...details, field: 'count' } })
	);
});
