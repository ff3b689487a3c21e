/** What a word processor breaks lines and pages with, and what no document format holds as such. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/gu;
/** Control characters that no document format can hold; tabs and line ends may stand. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * A text that XML can hold: halves of characters are replaced, control characters left out. One that
 * arrived by pasting would otherwise make a document that Word refuses to open. Breaks of lines and pages
 * become spaces, so that the words on both sides stay apart.
 */
export function cleanText(text: string): string {
	return text.toWellFormed().replace(BREAKS, ' ').replace(CONTROLS, '');
}
