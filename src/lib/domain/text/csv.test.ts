import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('[RN12] a file begins with its mark and its lines end with CRLF', () => {
	expect(
		csvText([
			['فئة', 'عدد'],
			['تعاونيات', 12]
		])
	).toBe('\uFEFFفئة;عدد\r\nتعاونيات;12\r\n');
});

test('[RN12] quotes, commas and line ends stay in their cell', () => {
	expect(csvText([['a "b", c', 'd\ne']])).toBe('\uFEFF"a ""b"", c";"d\ne"\r\n');
});

test.each([
	'=1+1',
	'+212 600',
	'-5',
	'@SUM(A1)',
	' =1',
	'\t=1',
	'＝1',
	'\u200F=1',
	' \u202E\u2066+1'
])('[RN12] %j is text and no formula', (value) => {
	expect(
		csvText([[value]])
			.replace(/["\uFEFF]/g, '')
			.startsWith(`'${value}`)
	).toBe(true);
});

test('[RN12] a number is a number, below 0 too', () => {
	expect(csvText([[-5]])).toBe('\uFEFF-5\r\n');
});
