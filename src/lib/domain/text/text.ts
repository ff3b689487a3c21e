import { DomainError } from '../errors.ts';
import { isInkless } from './ink.ts';
import { plainLetters } from './arabic/plain-letters.ts';
import { plainLineBreaks } from './line-breaks.ts';

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** The number of characters as a person counts them: a letter with its diacritics or an emoji is one. */
export function characterCount(text: string): number {
	// Code units bound graphemes from above, so short texts of plain letters need no segmenting.
	let count = 0;
	for (const { segment } of segmenter.segment(text)) count += segment.length > 0 ? 1 : 0;
	return count;
}

/** What stands on, or joins, the character before it; and the first half of a pair that was parted. */
const JOINED =
	/[\p{M}\p{Cf}\p{EMod}\p{Default_Ignorable_Code_Point}\uD800-\uDBFF]|(?<=\u200D)\p{ExtPict}/gu;

/**
 * As {@link characterCount}, but to be summed up over the parts of a text: that is never less than the whole,
 * and more only where a figure of several signs is parted. So a flag counts as its two letters.
 */
export function separateCharacters(text: string): number {
	return [...text.replace(JOINED, '')].length;
}

/** Most UTF-16 units of a text for each character that it may have: one may be built of many marks. */
export const UNITS_PER_CHARACTER = 4;

/**
 * `text` as it is stored (trimmed, without NUL, which no database stores, with plain breaks and letters:
 * {@link plainLineBreaks}, {@link plainLetters}), checked against `limit` characters as people count them, and
 * against `UNITS_PER_CHARACTER` times that in UTF-16 units. Throws `text_empty` or `text_too_long` (details:
 * limit, length).
 */
export function requireText(text: string, limit: number): string {
	const clean = storable(text);
	if (isInkless(clean)) throw new DomainError('text_empty');
	assertTextFits(clean, limit);
	return clean;
}

/** As {@link requireText}, but an empty text is allowed. */
export function optionalText(text: string, limit: number): string {
	const clean = storable(text);
	assertTextFits(clean, limit);
	return clean;
}

/** Signs that turn the letters behind them, up to the end of what they stand in. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text in which every run of spaces and line ends is one space, and no sign turns letters: a name with a line
 * end breaks a list, and one whose letters are turned reads as somebody else's.
 */
export function oneLine(text: string): string {
	return text.replace(TURNING, '').replace(/[\s\u0085]+/gu, ' ');
}

function storable(text: string): string {
	return plainLetters(plainLineBreaks(text.replaceAll('\0', ''))).trim();
}

function assertTextFits(text: string, limit: number): void {
	const tooLong = text.length > limit * UNITS_PER_CHARACTER;
	const length = tooLong ? text.length : characterCount(text);
	if (length > limit) throw new DomainError('text_too_long', { limit, length });
}
