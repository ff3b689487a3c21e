import { describe, expect, test } from 'vitest';
import { areMarks, countedPlaces, withoutListMarks } from './list-marks.ts';

const LINES = ['السلطات المحلية', 'Communes rurales', 'المجتمع المدني'];
const marked = (...marks: string[]) => marks.map((mark, index) => `${mark}${LINES[index] ?? ''}`);

describe('[LS10] marks are known by what they do', () => {
	test.each([
		['letters of the abjad', 'أ- ', 'ب- ', 'ج- '],
		['letters of the dictionary', 'أ) ', 'ب) ', 'ت) '],
		['letters without hamza', 'ا. ', 'ب. ', 'ج. '],
		['a joined letter', 'د/ ', 'هـ/ ', 'و/ '],
		['a tatweel as a dash', 'أ ـ ', 'ب ـ ', 'ج ـ '],
		['tatweels', 'أـ ', 'بـ ', 'جـ '],
		['Latin letters', 'a) ', 'b) ', 'c) '],
		['capitals without a sign', 'A ', 'B ', 'C '],
		['letters in brackets', '(a) ', '(b) ', '(c) '],
		['numbers', '1- ', '2- ', '3- '],
		['degrees', '1° ', '2° ', '3° '],
		['degrees and strokes', '1°/ ', '2°/ ', '3°/ '],
		['numbers alone', '1 ', '2 ', '3 '],
		['Arabic-Indic numbers', '٩) ', '١٠) ', '١١) '],
		['French ordinals', '1er : ', '2ème : ', '3e : '],
		['Tifinagh letters', 'ⴰ- ', 'ⴱ- ', 'ⴳ- '],
		['roman numbers', 'I. ', 'II. ', 'III. '],
		['small roman numbers', 'iv) ', 'v) ', 'vi) '],
		['Arabic ordinals', 'أولا: ', 'ثانيا: ', 'ثالثا: '],
		['Arabic ordinals with marks', 'أوّلاً - ', 'ثانيًا - ', 'ثالثاً - '],
		['French ordinals in words', 'Premièrement, ', 'Deuxièmement, ', 'Troisièmement, '],
		['figures in circles', '① ', '② ', '③ '],
		['keycaps', '1\uFE0F\u20E3 ', '2\uFE0F\u20E3 ', '3\uFE0F\u20E3 '],
		['a word and a number', 'Catégorie 1 : ', 'Catégorie 2 : ', 'Catégorie 3 : '],
		['a word and an ordinal', 'الفئة الأولى: ', 'الفئة الثانية: ', 'الفئة الثالثة: '],
		['a number’s sign', 'N°1 - ', 'N°2 - ', 'N°3 - '],
		['a second level', '1.1. ', '1.2. ', '1.3. '],
		['a bullet and a number', '• 1- ', '• 2- ', '• 3- '],
		['a bullet of a private font', '\uF0D8\t', '\uF0D8\t', '\uF0D8\t'],
		['a bullet whose font was lost', 'Ø ', 'Ø ', 'Ø '],
		['a circle of Courier', 'o ', 'o ', 'o '],
		['arrows', '-> ', '-> ', '-> '],
		['emoji', '✅ ', '✅ ', '✅ '],
		['paragraphs', '§ ', '§ ', '§ ']
	])('[LS10] %s', (_what, ...marks) => {
		expect(withoutListMarks(marked(...marks))).toEqual(LINES);
	});

	test.each([
		[['5 communes', '6 chambres']],
		[['A. Idrissi', 'C. Benali']],
		[['A farmer', 'A trader']],
		[['à Fès', 'à Meknès']],
		[['Région A', 'Région B']],
		[['2025-2028 خطة', '2026-2028 خطة']],
		[['10. Élus', '20. Presse']],
		[['"Élus"', '"Presse"']],
		[['🔹 Élus', '🔸 Presse']],
		[['أ- وحده']]
	])('[LS10] no mark is taken where none is the next one: %j', (lines) => {
		expect(withoutListMarks(lines)).toEqual(lines);
	});

	test('[LS10] a line that was wrapped has no mark, and stays', () => {
		expect(withoutListMarks(['أ- السلطات', 'المحلية', 'ب- الجماعات'])).toEqual([
			...['السلطات', 'المحلية', 'الجماعات']
		]);
	});
});

test('[LS10] a line that counts is cut where it counts on', () => {
	const pieces = (line: string) => {
		const places = countedPlaces(line);
		return places.map((at, index) => line.slice(at, places[index + 1]).trim());
	};
	expect(pieces('أ- سلطات ب- جماعات ج- جمعيات')).toEqual(['أ- سلطات', 'ب- جماعات', 'ج- جمعيات']);
	expect(pieces('a) Élus b) Presse')).toEqual(['a) Élus', 'b) Presse']);
	expect(pieces('Élus, presse (3) et b) rien')).toEqual([]);
});

test('[LS10] a column of marks is one that only counts', () => {
	for (const marks of [
		['1', '2', '3'],
		['أ', 'ب'],
		['1.', '2.'],
		['I', 'II'],
		['•', '•'],
		['o', 'o']
	])
		expect(areMarks(marks)).toBe(true);
	for (const cells of [['5', '8'], ['1'], ['Élus', 'Presse'], ['1 x', '2 x']])
		expect(areMarks(cells)).toBe(false);
});
