import { firstInk } from './ink.ts';

/**
 * Rows as a CSV file that spreadsheets open as they are: UTF-8 with its mark, semicolons, which are what the
 * spreadsheets of a country with decimal commas look for, CRLF, and no cell that a spreadsheet would run as a formula. Rule [RN12].
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

/** An apostrophe in front makes `=`, `+`, `-`, `@`, tab and line end plain text in every spreadsheet. */
function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const harmless = startsLikeFormula(value) ? `'${value}` : value;
	return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * True for a text that a spreadsheet takes for a formula once it is read from a file, or edited in its cell. Signs
 * that cannot be seen hide no formula: some programs drop them.
 */
export function startsLikeFormula(text: string): boolean {
	return /^\s*[\t\r]/.test(text) || /^[=+\-@＝＋－＠]$/.test(firstInk(text));
}
