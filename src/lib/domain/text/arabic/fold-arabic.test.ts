import { describe, expect, test } from 'vitest';
import { findFolded, foldArabic } from './fold-arabic.ts';

describe('foldArabic', () => {
	test.each([
		['الإقليميون', 'الاقليميون'],
		['آفاق أخرى', 'افاق اخري'],
		['مؤسسة', 'موسسه'],
		['خبراء ومهنيّون', 'خبراء ومهنيون'],
		['التعـــاونيات', 'التعاونيات'],
		['مُحَمَّدٌ', 'محمد'],
		['هيئات', 'هييات'],
		['ڭلميم', 'كلميم'],
		['المحل\u06CCة ال\u06A9هرباء', 'المحليه الكهرباء'],
		['ھیئة', 'هييه'],
		['ﺍﻟﻤﺤﻠﻴﺔ', 'المحليه'],
		['Fès-Meknès', 'fes-meknes'],
		['L’ŒUVRE', 'l’œuvre'],
		['سنة ٢٠٢٥', 'سنه 2025'],
		['  غرفة \u200f  الفلاحة ', 'غرفه الفلاحه'],
		['ⴰⵎⴰⵣⵉⵖ', 'ⴰⵎⴰⵣⵉⵖ'],
		['', '']
	])('[JN9] %j is compared as %j', (text, folded) => {
		expect(foldArabic(text)).toBe(folded);
	});

	test('[JN9] a letter and its mark fold alike, composed or not', () => {
		expect(foldArabic('ا\u0654')).toBe(foldArabic('أ'));
		expect(foldArabic('e\u0301')).toBe(foldArabic('é'));
	});

	test('[JN9] folding twice changes nothing', () => {
		for (const text of ['ﻻ إله', 'Évaluation ٣', 'قِطاعٌ']) {
			expect(foldArabic(foldArabic(text))).toBe(foldArabic(text));
		}
	});
});

describe('findFolded', () => {
	test('[JN9] finds inside a word and names the range in the text as it stands', () => {
		const text = 'المدراء الجهويون للقطاعات الحكومية';
		const range = findFolded(text, 'قطاع')!;
		expect(text.slice(range.start, range.end)).toBe('قطاع');
	});

	test('[JN9] the range holds the diacritics of its letters', () => {
		const text = 'القِطاعُ الخاص';
		const range = findFolded(text, 'قطاع')!;
		expect(text.slice(range.start, range.end)).toBe('قِطاعُ');
	});

	test('[JN9] reaches the end of the text', () => {
		const text = 'Élus et société civile';
		const range = findFolded(text, 'CIVILE ')!;
		expect(text.slice(range.start, range.end)).toBe('civile');
	});

	test('[JN9] nothing is found for an empty query or another word', () => {
		expect(findFolded('بنك المغرب', ' ـ ')).toBeUndefined();
		expect(findFolded('بنك المغرب', 'صحافة')).toBeUndefined();
	});
});
