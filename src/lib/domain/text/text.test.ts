import { describe, expect, test } from 'vitest';
import { characterCount, optionalText, requireText } from './text.ts';

describe('texts', () => {
	test('[TX1] characters count as people count them', () => {
		expect(characterCount('ضُعْفُ')).toBe(3);
		expect(characterCount('👩‍🌾')).toBe(1);
		expect(characterCount('ⵜⴰⵎⴰⵣⵉⵖⵜ')).toBe(8);
		expect(requireText(`  ${'عُ'.repeat(600)} `, 600)).toHaveLength(1200);
	});

	test('[TX2] a text without ink is empty, one over the limit is told with its length', () => {
		for (const blank of ['', '  \n', '\u200F\u200E', 'ـــ', '\u2067\u2069'])
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

	test('[TX8] a character that no database stores is taken out', () => {
		expect(requireText('ضعف\0 التسويق', 15)).toBe('ضعف التسويق');
		expect(() => requireText('\0', 10)).toThrow('text_empty');
		expect(optionalText('\0', 10)).toBe('');
	});
});
