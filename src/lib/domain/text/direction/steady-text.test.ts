import { describe, expect, test } from 'vitest';
import { quoted } from './quoted.ts';
import { steadyText } from './steady-text.ts';

/** The text with each mark that nobody sees as a sign. */
const seen = (text: string): string =>
	text
		.replaceAll('\u200E', '>')
		.replaceAll('\u200F', '<')
		.replaceAll('\u2066', '{')
		.replaceAll('\u2069', '}');
const inArabic = (text: string): string => seen(steadyText(text, 'rtl'));
const inFrench = (text: string): string => seen(steadyText(text, 'ltr'));

describe('numbers that keep their order', () => {
	test.each([
		['الهاتف 0535-62-00-00', 'الهاتف >0535-62-00-00>'],
		['الهاتف 05 35 62 00 00 نهارا', 'الهاتف >05 35 62 00 00> نهارا'],
		['الهاتف +212 535 62 00 00', 'الهاتف >+212 535 62 00 00>'],
		['القانون التنظيمي 111-14', 'القانون التنظيمي >111-14>'],
		['الفترة 2025-2028', 'الفترة >2025-2028>'],
		['الفترة 2025 - 2028.', 'الفترة >2025 - 2028>.'],
		['من 10–20 شخصا', 'من >10–20> شخصا'],
		['بين 09:00 – 10:30', 'بين >09:00 – 10:30>'],
		['بكلفة 9 500 000,00 درهم', 'بكلفة >9 500 000,00> درهم'],
		['(2025-2028)', '(>2025-2028>)'],
		['البند 3-2-1 و4', 'البند >3-2-1> و4'],
		// Numbers of a list follow the text; a dash between them is a sign of its own.
		['المجموعات 1 2 3', 'المجموعات 1 2 3'],
		['المحور 1 - 12 إجراء', 'المحور 1 - 12 إجراء']
	])('[TX18] inside Arabic: %s', (text, held) => {
		expect(inArabic(text)).toBe(held);
	});

	test.each([
		['القطب 2025-2028', 'القطب <2025-2028'],
		['Le pôle (القطب 10–20) de Fès', 'Le pôle (القطب {10–20}) de Fès'],
		['هاتف 05 35 62 00 00', 'هاتف {05 35 62 00 00}'],
		['de 2025-2028 à Fès', 'de 2025-2028 à Fès']
	])('[TX18] in a paragraph that runs from the left: %s', (text, held) => {
		expect(inFrench(text)).toBe(held);
	});

	test('[TX18] marks that stood in a text are not added to, and what is quoted stays quoted', () => {
		expect(inArabic('الفترة \u200E2025-2028\u200E')).toBe('الفترة >2025-2028>');
		const sentence = `Axe 1 : ${quoted('البنيات التحتية 2025', 'ltr')}`;
		expect(steadyText(sentence, 'ltr')).toBe(sentence);
	});
});
