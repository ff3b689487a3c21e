/** Control characters that no document format can hold; tabs and line ends may stand. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * A text that XML can hold: halves of characters are replaced, control characters left out. One that
 * arrived by pasting would otherwise make a document that Word refuses to open.
 */
export function cleanText(text: string): string {
	return text.toWellFormed().replace(CONTROLS, '');
}
