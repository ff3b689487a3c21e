import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writingDirection } from './writing-direction.ts';

/** The sentence that was drawn from the left: it begins in Arabic and holds more Latin letters. */
const DIALOGUE =
	'برنامج “DIALOGUE – Takwia Ibtikar Hiwar Taghyir” (الممول من طرف الاتحاد الأوروبي)، 2025.';

describe('[TX3] the direction of a text', () => {
	test('[TX3] a saved text takes the direction of most of its letters', () => {
		expect(writingDirection('@ODCO توحيد المعطيات بين المكتب والمديرية', 'rtl')).toBe('rtl');
		expect(writingDirection("L'accès au financement (التمويل)", 'rtl')).toBe('ltr');
		expect(writingDirection('ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ', 'rtl')).toBe('ltr');
		expect(writingDirection('2030 ⚽', 'ltr')).toBe('ltr');
		expect(writingDirection('2030 ⚽', 'rtl')).toBe('rtl');
	});

	test.each([
		['the long Latin name', DIALOGUE],
		['a Latin name that is longer than the rest', 'مع Agence Française de Développement'],
		['quotes, brackets and bullets before the first letter', '● («مجلس» Conseil de la Région)'],
		['a number before the first letter', '3. مشروع Fès Shore Park'],
		['Hebrew', 'שלום Fès-Meknès'],
		['a tatweel', '\u0640\u0640 Fès']
	])('[TX3] an Arabic start decides where lines run from the right: %s', (_kind, text) => {
		expect(writingDirection(text, 'rtl')).toBe('rtl');
	});

	test.each([
		['@ODCO توحيد المعطيات بين المكتب والمديرية', 'rtl'],
		["L'accès au financement (التمويل)", 'ltr'],
		['Fès فاس مكناس', 'rtl'],
		['ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ (تويزة)', 'ltr'],
		['Ἀθῆναι', 'ltr']
	] as const)('[TX3] otherwise most letters decide: %s', (text, direction) => {
		expect(writingDirection(text, 'rtl')).toBe(direction);
		expect(writingDirection(text, 'ltr')).toBe(direction);
	});

	test('[TX3] where lines run from the left, an Arabic start alone does not decide', () => {
		expect(writingDirection('مع Agence Française de Développement', 'ltr')).toBe('ltr');
		expect(writingDirection('برنامج تأهيل الحرف (Fès)', 'ltr')).toBe('rtl');
	});

	test.each(['', ' \n', '2025-2028', '٢٠٢٥', '(…) 50 %', '🤝🌾', '\u2067\u2069', '\u200F'])(
		'[TX3] a text without a letter follows what is around it: %j',
		(text) => {
			expect(writingDirection(text, 'rtl')).toBe('rtl');
			expect(writingDirection(text, 'ltr')).toBe('ltr');
		}
	);

	test('[TX3] a tie follows what is around it', () => {
		expect(writingDirection('ab اب', 'rtl')).toBe('rtl');
		expect(writingDirection('ab اب', 'ltr')).toBe('ltr');
	});

	test('[TX3] a quotation in isolates does not turn the sentence around it', () => {
		expect(writingDirection('Axe 1 : \u2067البنيات التحتية والخدمات\u2069', 'ltr')).toBe('ltr');
		expect(writingDirection('محور: \u2066Infrastructures et services\u2069', 'rtl')).toBe('rtl');
		expect(writingDirection('Axe \u2067بنيات \u2066Fès\u2069 تحتية وخدمات\u2069', 'ltr')).toBe(
			'ltr'
		);
		expect(writingDirection('\u2068كل شيء بين علامتين\u2069', 'ltr')).toBe('rtl');
	});

	test('[TX3] digits, spaces and marks around a text never change its direction', () => {
		const mark = fc.array(fc.constantFrom('1', ' ', '(', '«', '–', '●', '،', '🤝'), {
			maxLength: 5
		});
		const text = fc.constantFrom(DIALOGUE, 'Fès فاس مكناس', 'Fès', 'فاس', '');
		fc.assert(
			fc.property(
				mark,
				text,
				mark,
				fc.constantFrom('rtl', 'ltr'),
				(before, inner, after, around) => {
					const whole = [...before, inner, ...after].join('');
					expect(writingDirection(whole, around)).toBe(writingDirection(inner, around));
				}
			)
		);
	});
});
