import { withoutListMarks } from './list-marks.ts';

/**
 * Bullets, which only ever enumerate: signs of their own, geometric shapes, dingbats, and what a private font draws.
 * U+0660, the Arabic-Indic zero, is one where no digit is beside it.
 */
export const BULLET =
	'[•‣⁃∙⋅\\u25A0-\\u25FF★☆✓✔✦❖❏-❒\\u2794-\\u27BE\\p{Co}]|(?<![٠-٩0-9])٠(?![٠-٩0-9])';
/** Pictures that people begin a line with; inside a line they may be part of the words. */
export const PICTURE = '(?![°©®™№℀-℻])\\p{So}';
/** Marks that enumerate only where an item begins: they also stand inside words. */
export const LEADING = '[-–—−*·>]|o(?=\\t)';
export const NUMBER = '[([]\\s*[0-9٠-٩]{1,3}\\s*[)\\]]|[0-9٠-٩]{1,3}\\s*[).\\-–/:°](?![0-9٠-٩])';

/** Every bullet of a text, wherever it stands. */
export const BULLETS = new RegExp(`(?:${BULLET})`, 'gu');

const MARKS_AT_START = new RegExp(
	`^(?:\\s|[،,؛;.]|${BULLET}|${PICTURE}|(?:${LEADING})(?=\\s|\\p{L}|$)|${NUMBER})+`,
	'u'
);
const MARKS_AT_END = new RegExp(`(?:\\s|[،,؛;.:]|${BULLET})+$`, 'u');

/** An item without the marks around it that are marks wherever they stand at its beginning or end. */
export function withoutMarks(item: string): string {
	return item.replace(MARKS_AT_START, '').replace(MARKS_AT_END, '');
}

/**
 * Names of one column without the marks that stand before each of them ({@link withoutListMarks}). A bullet inside a
 * name is a space: its cell is one name all the same.
 */
export function bareNames(names: readonly string[]): string[] {
	return withoutListMarks(names).map((name) => withoutMarks(name).replace(BULLETS, ' '));
}
