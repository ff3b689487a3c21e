import { plainLineBreaks } from '#lib/domain/text/line-breaks.ts';

/** Control characters that no document format can hold; tabs and line feeds may stand. */
const CONTROLS = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * A text that XML can hold: halves of characters are replaced, control characters left out. One that
 * arrived by pasting would otherwise make a document that Word refuses to open. Every break of lines or
 * pages is a line feed, so that the words on both sides stay apart, also in texts that were stored before
 * breaks were made plain.
 */
export function cleanText(text: string): string {
	return plainLineBreaks(text.toWellFormed()).replace(CONTROLS, '');
}
