import { describe, expect, test } from 'vitest';
import { isBlank } from './locale.ts';
import { characterCount, oneLine, optionalText, requireText, separateCharacters } from './text.ts';

/** Joiners, selectors, tags, fillers, lone marks, blanks of other scripts, half a surrogate. */
const INVISIBLE = [
	'\u200B\u200C\u200D\u2060\uFEFF',
	'\uFE0E\uFE0F\u{E0100}',
	'\u{E0041}\u{E007F}',
	'\u115F\u1160\u3164\uFFA0',
	'\u0301\u064E\u0651',
	'\u034F\u17B4\u180B\u061C',
	'\u00A0\u2003\u3000\u2028\u2800',
	'\uD83D'
];

describe('texts', () => {
	test('[TX1] characters count as people count them', () => {
		expect(characterCount('ضُعْفُ')).toBe(3);
		expect(characterCount('👩‍🌾')).toBe(1);
		expect(characterCount('ⵜⴰⵎⴰⵣⵉⵖⵜ')).toBe(8);
		expect(requireText(`  ${'عُ'.repeat(600)} `, 600)).toHaveLength(1200);
	});

	test('[TX2] a text without ink is empty, one over the limit is told with its length', () => {
		for (const blank of ['', '  \n', '\u200F\u200E', 'ـــ', '\u2067\u2069', ...INVISIBLE])
			expect(() => requireText(blank, 10)).toThrow('text_empty');
		expect(() => requireText('x'.repeat(11), 10)).toThrow(
			expect.objectContaining({ code: 'text_too_long', details: { limit: 10, length: 11 } })
		);
		expect(() => optionalText('x'.repeat(5_000_000), 10)).toThrow('text_too_long');
		expect(optionalText(' ', 10)).toBe('');
	});

	test('[TX2] a text of few characters that are built of very many units is too long', () => {
		const family = '👩‍👩‍👧‍👦';
		expect(characterCount(family.repeat(3))).toBe(3);
		expect(requireText(family.repeat(3), 10)).toBe(family.repeat(3));
		expect(() => requireText(family.repeat(4), 10)).toThrow('text_too_long');
	});

	test('[TX2] one letter, sign or emoji among what nobody sees is enough', () => {
		for (const seen of ['ع', 'ⵣ', '?', '😀', '1\uFE0F\u20E3', '\u200Fأَ\u200F', '\u3164x'])
			expect(requireText(seen, 20)).toBe(seen);
		expect(isBlank({ ar: '\u3164', fr: '\u200B' })).toBe(true);
		expect(isBlank({ ar: '\u3164', fr: 'é' })).toBe(false);
	});

	test('[TX1] characters that are counted apart add up, wherever the text is taken apart', () => {
		const text = 'ضُعْفُ e\u0301te\u0301 👩‍🌾 👍🏽 ⵣ';
		expect(separateCharacters(text)).toBe(characterCount(text));
		for (let at = 0; at <= text.length; at++) {
			const [one, other] = [text.slice(0, at), text.slice(at)];
			const apart = separateCharacters(one) + separateCharacters(other);
			// Only within a figure of several people, or of a pair of units, it counts more.
			expect(apart - separateCharacters(text)).toBeOneOf([0, 1]);
		}
	});

	test('[TX8] a character that no database stores is taken out', () => {
		expect(requireText('ضعف\0 التسويق', 15)).toBe('ضعف التسويق');
		expect(() => requireText('\0', 10)).toThrow('text_empty');
		expect(optionalText('\0', 10)).toBe('');
	});

	test('[TX10] whatever broke its lines, a text is stored with line feeds, and a name in one line', () => {
		for (const mark of ['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
			const text = `${mark}السطر الأول${mark}السطر الثاني${mark}`;
			expect(requireText(text, 30)).toBe('السطر الأول\nالسطر الثاني');
			expect(optionalText(oneLine(text), 30)).toBe('السطر الأول السطر الثاني');
		}
		expect(() => requireText('\u0085\v\u2028', 10)).toThrow('text_empty');
	});

	test('[TX13] a name holds no sign that turns its letters, and its own directions stay', () => {
		expect(oneLine('علي \u202Egnorw\u202C')).toBe('علي gnorw');
		expect(oneLine('\u2067Amina\u2069 \u200Fبنت')).toBe('Amina \u200Fبنت');
	});

	test('[TX11] letters are stored as they are typed, also those of a PDF file and stretched ones', () => {
		expect(requireText('ﺍﻟﺴﻠﻄﺎﺕ ﺍﻟﻤﺤﻠﻴﺔ', 15)).toBe('السلطات المحلية');
		expect(requireText('التعـــاونيات سنة 1447هـ', 22)).toBe('التعاونيات سنة 1447هـ');
	});
});
