import { DomainError } from './errors.ts';

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** The number of characters as a person counts them: a letter with its diacritics or an emoji is one. */
export function characterCount(text: string): number {
	// Code units bound graphemes from above, so short texts of plain letters need no segmenting.
	let count = 0;
	for (const { segment } of segmenter.segment(text)) count += segment.length > 0 ? 1 : 0;
	return count;
}

/**
 * Trims `text` and checks it against `limit` characters as people count them, and eight times that in
 * UTF-16 units, since one character may be built of many marks.
 * Throws `text_empty` or `text_too_long` (details: limit, length).
 */
export function requireText(text: string, limit: number): string {
	const clean = text.trim();
	if (visibleCharacters(clean) === 0) throw new DomainError('text_empty');
	assertTextFits(clean, limit);
	return clean;
}

/** As {@link requireText}, but an empty text is allowed. */
export function optionalText(text: string, limit: number): string {
	const clean = text.trim();
	assertTextFits(clean, limit);
	return clean;
}

function assertTextFits(text: string, limit: number): void {
	const length = text.length > limit * 8 ? text.length : characterCount(text);
	if (length > limit) throw new DomainError('text_too_long', { limit, length });
}

/** Characters that leave ink: marks of direction, joiners, tatweel and spaces do not count. */
function visibleCharacters(text: string): number {
	return text.replace(/[\s\p{Cf}\p{Cc}ـ]/gu, '').length;
}
