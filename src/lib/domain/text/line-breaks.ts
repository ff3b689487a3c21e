/**
 * What programs break lines and pages with: a sheet and a form of the web CR LF, old programs CR alone, Word
 * U+000B (Shift+Enter) and a form feed, mainframes U+0085, PDF files and designers' programs U+2028 and U+2029.
 */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** The text with every break of lines or pages as one line feed, so that no program glues words together. */
export function plainLineBreaks(text: string): string {
	return text.replace(LINE_BREAK, '\n');
}

/** The lines of a text, whatever breaks them. An empty text is one empty line. */
export function linesOf(text: string): string[] {
	return text.split(LINE_BREAK);
}

/** The text in one line: each of its breaks, with the spaces around it, is one space. */
export function joinedLines(text: string): string {
	return linesOf(text)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(' ');
}
