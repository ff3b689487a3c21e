import { expect, test } from 'vitest';
import { plainLetters } from './plain-letters.ts';

test.each([
	['ﺍﻟﺴﻠﻄﺎﺕ ﺍﻟﻤﺤﻠﻴﺔ', 'السلطات المحلية'],
	['ﺍﻟﺠﻤﺎﻋﺎﺕ ﺍﻟﺘﺮﺍﺑﻴﺔ', 'الجماعات الترابية'],
	['ﻭﻻﻳﺔ ﻓﺎﺱ ﺃﻭﻻً', 'ولاية فاس أولاً'],
	['ﭘﺎﺭﻛﺎﺕ', 'پاركات'],
	['ﻣﹷﺮﺣﺒﹱ', 'مَرحبً'],
	['رسول ﷲ ﷺ ﴿آية﴾', 'رسول الله ﷺ ﴿آية﴾'],
	['Région ﻓﺎﺱ-ﻣﻜﻨﺎﺱ', 'Région فاس-مكناس']
])('[TX11] letters that a PDF file gives as glyphs are letters: %s', (given, plain) => {
	expect(plainLetters(given)).toBe(plain);
});

test.each([
	['ﺔﻴﻠﺤﻤﻟﺍ ﺕﺎﻄﻠﺴﻟﺍ', 'السلطات المحلية'],
	['(ﺔﻴﻠﺤﻤﻟﺍ) 2025-2028 ﺕﺎﻄﻠﺴﻟﺍ', 'السلطات 2025-2028 (المحلية)'],
	['Fès Meknès ﺔﻬﺠﺑ ﺔﺣﻼﻔﻟﺍ ﺔﻓﺮﻏ', 'غرفة الفلاحة بجهة Fès Meknès'],
	['ﺔﻴﻠﺤﻤﻟﺍ ﺕﺎﻄﻠﺴﻟﺍ\nﺍﻟﻤﺠﺘﻤﻊ ﺍﻟﻤﺪﻧﻲ', 'السلطات المحلية\nالمجتمع المدني']
])(
	'[TX11] a line that a PDF file gives from its left end is read from its right: %s',
	(given, plain) => {
		expect(plainLetters(given)).toBe(plain);
	}
);

test.each([
	['التعـــاونيات', 'التعاونيات'],
	['الســُّـلطات', 'السُّلطات'],
	['مـَـن', 'مَن'],
	['1446هـ', '1446هـ'],
	['الـ2025 والـ CRI', 'الـ2025 والـ CRI'],
	['الرباط ـ سلا', 'الرباط ـ سلا'],
	['ـــ', 'ـــ']
])(
	'[TX11] tatweel that stretches a word goes, and stays where it shows a joined letter: %s',
	(given, plain) => {
		expect(plainLetters(given)).toBe(plain);
	}
);

test('[TX11] other texts stay as they are, and a long one takes no time to speak of', () => {
	const text = 'Économie sociale ⵜⴰⵎⴰⵣⵉⵖⵜ ① ½ ﬁ\nسطر ٢';
	expect(plainLetters(text)).toBe(text);
	const began = performance.now();
	plainLetters('ـ'.repeat(100_000) + 'ب' + 'ﺔﻴ'.repeat(50_000) + '\u064E'.repeat(50_000));
	expect(performance.now() - began).toBeLessThan(2000);
});
