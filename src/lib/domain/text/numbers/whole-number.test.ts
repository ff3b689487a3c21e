import { describe, expect, test } from 'vitest';
import type { NumberUnit } from './around-number.ts';
import { numberOrZero, readWholeNumber, requireWholeNumber } from './whole-number.ts';

/** What was read: the number, with a tilde where cents were rounded, else why none was. */
function read(typed: string, unit: NumberUnit = 'dirham'): number | string {
	const reading = readWholeNumber(typed, unit);
	switch (reading.kind) {
		case 'number':
			return reading.rounded ? `~${reading.value}` : reading.value;
		case 'unread':
			return reading.why;
		case 'abbreviated':
			return `in full: ${reading.meant ?? '?'}`;
		case 'nothing':
			return 'nothing';
	}
}

describe('[TX12] amounts as sheets copy them and people type them', () => {
	test.each([
		['', 'nothing'],
		[' \u00A0', 'nothing'],
		['12', 12],
		['0', 0],
		['007', 7],
		// A cell of a French, German, English, Swiss and Arabic sheet, with any space.
		['9 500 000,00', 9_500_000],
		['9\u202F500\u202F000,00', 9_500_000],
		['9\u00A0500\u00A0000', 9_500_000],
		['9\u2009500\u2009000', 9_500_000],
		[' 9 500 000,00    MAD ', 9_500_000],
		['1.250.000,00', 1_250_000],
		['1,250,000.00', 1_250_000],
		['9’500’000', 9_500_000],
		["9'500'000.-", 9_500_000],
		['9.500.000,-', 9_500_000],
		['٩٬٥٠٠٬٠٠٠', 9_500_000],
		['٩٬٥٠٠٬٠٠٠٫٠٠', 9_500_000],
		['٩،٥٠٠،٠٠٠', 9_500_000],
		['۱۲۵۰۰', 12_500],
		['９５００', 9500],
		['\u200F١٢ ٥٠٠\u200E', 12_500],
		['12 500.', 12_500]
	])('[TX12] %j is %j', (typed, number) => {
		expect(read(typed)).toBe(number);
	});

	test.each([
		['9 500 000 DH', 9_500_000],
		['9500000DHS', 9_500_000],
		['MAD 9,500,000.00', 9_500_000],
		['9 500 000 Dhs.', 9_500_000],
		['9 500 000 dirhams marocains TTC', 9_500_000],
		['9500000 درهم', 9_500_000],
		['12 500 درهمًا', 12_500],
		['٣٠٠٠ دراهم', 3000],
		['9500000درهم مغربي', 9_500_000],
		['د.م.\u200F ١٬٢٥٠٫٠٠', 1250],
		['1 250 (DH)', 1250]
	])('[TX12] the currency stands in any of three languages: %j is %j', (typed, number) => {
		expect(read(typed)).toBe(number);
	});

	test.each([
		['1,250', 1250],
		['1.250', 1250],
		['١٬٢٥٠', 1250],
		['1,25', '~1'],
		['1250,000', 1250],
		['1.000,000', 1000],
		['0,500', 'not_whole'],
		['١٫٢٥٠', 'not_whole']
	])(
		'[TX12] three figures behind a sign are thousands, but where they cannot be: %j is %j',
		(typed, number) => {
			expect(read(typed)).toBe(number);
		}
	);

	test.each([
		['12500,50', '~12501'],
		['12500.5', '~12501'],
		['12 500,49 DH', '~12500'],
		['1.250,75', '~1251'],
		['١٢٥٠٠٫٥٠', '~12501'],
		['12500,505', 'not_whole']
	])('[TX12] cents are rounded: %j is %j', (typed, number) => {
		expect(read(typed)).toBe(number);
	});

	test.each([
		['9,5 MDH', 'in full: 9500000'],
		['9.5 millions de dirhams', 'in full: 9500000'],
		['9,5 millions DH', 'in full: 9500000'],
		['500 KDH', 'in full: 500000'],
		['2 M DH', 'in full: 2000000'],
		['1,2 milliard', 'in full: 1200000000'],
		['٩٫٥ مليون درهم', 'in full: 9500000'],
		['12 ألف درهم', 'in full: 12000'],
		['1,250 MDH', 'in full: ?']
	])('[TX12] what a word multiplies is asked for in full: %j is %j', (typed, number) => {
		expect(read(typed)).toBe(number);
	});

	test.each([
		...[
			'-4',
			'−4',
			'.5',
			',50',
			'/5',
			'(9500)',
			'1e3',
			'5-8',
			'10/12',
			'1h30',
			'~500',
			'9 500 €',
			'12 خيمة'
		],
		...['9 50 000', '95 00 000', '12,50,000', '1.250 000', '5, 6', 'خمسة', 'DH', '1'.repeat(101)]
	])('[TX12] nothing is made a number that is none: %j', (typed) => {
		expect(read(typed)).toBe('no_number');
	});
});

test.each([
	['7,5', 'count', 'not_whole'],
	['37,5 %', 'percent', 'not_whole'],
	['40 %', 'percent', 40],
	['٤٠٪', 'percent', 40],
	['40 pour cent', 'percent', 40],
	['90 min', 'minutes', 90],
	['٩٠ دقيقة', 'minutes', 90],
	['12 personnes', 'people', 12],
	['٥ أشخاص', 'people', 5],
	['60 شخصاً', 'people', 60],
	['1 250', 'people', 1250],
	['2.027', 'year', 2027],
	['5 points', 'count', 5],
	['5 points', 'people', 'no_number'],
	['12,00', 'count', 12]
] as const)(
	'[TX12] a field takes the words of its own unit, and no half: %j, %s, is %j',
	(typed, unit, number) => {
		expect(read(typed, unit)).toBe(number);
	}
);

test('[TX12] a number is plain where its own figures were typed, at most with spaces', () => {
	const isPlain = (typed: string) => {
		const reading = readWholeNumber(typed, 'dirham');
		return reading.kind === 'number' && reading.plain;
	};
	for (const typed of ['12500', ' 12 500', '12\u202F500', '0']) expect(isPlain(typed)).toBe(true);
	for (const typed of ['12.500', '12500,00', '12 500 DH', '١٢٥٠٠', '12500,4', '007'])
		expect(isPlain(typed)).toBe(false);
});

test('[TX12] what a field does not take is told by its reason', () => {
	const bounds = { unit: 'people', most: 5000 } as const;
	expect(requireWholeNumber(' ', bounds)).toBeNull();
	expect(requireWholeNumber('5 000', bounds)).toBe(5000);
	const refused = (typed: string) => {
		try {
			return requireWholeNumber(typed, bounds);
		} catch (thrown) {
			return thrown;
		}
	};
	expect(refused('5001')).toMatchObject({
		code: 'number_out_of_range',
		details: { least: 0, most: 5000 }
	});
	expect(refused('5 x')).toMatchObject({ code: 'number_unread', details: {} });
	expect(refused('5,5')).toMatchObject({ code: 'number_not_whole' });
	expect(refused('2 mille')).toMatchObject({
		code: 'number_abbreviated',
		details: { meant: 2000 }
	});
	expect(refused('1,250 k')).toMatchObject({ code: 'number_abbreviated', details: {} });
	expect([numberOrZero('12 personnes', 'people'), numberOrZero('?', 'people')]).toEqual([12, 0]);
});
