import { joinedLines } from '../line-breaks.ts';

/**
 * The rows of a text whose cells are parted by one sign, as sheets copy and save them: a cell in double quotes may
 * hold the sign and breaks of lines, which become spaces, and a quote written twice. A quote that nothing closes is
 * a sign as any other. Cells are trimmed; rows without any are left out. `text` has plain breaks of lines.
 */
export function delimitedRows(text: string, isDelimiter: (sign: string) => boolean): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	const endCell = (): void => {
		row.push(joinedLines(cell));
		cell = '';
	};
	const endRow = (): void => {
		endCell();
		if (row.some((one) => one !== '')) rows.push(row);
		row = [];
	};
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		const end = sign === '"' && cell.trim() === '' ? endOfQuoted(text, at, isDelimiter) : -1;
		if (end >= 0) {
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end;
		} else if (isDelimiter(sign)) endCell();
		else if (sign === '\n') endRow();
		else cell += sign;
	}
	endRow();
	return rows;
}

/** Where the quote that closes a cell stands, -1 where none does: the cell ends behind it. */
function endOfQuoted(text: string, at: number, isDelimiter: (sign: string) => boolean): number {
	let end = text.indexOf('"', at + 1);
	while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
	const next = /^[ ]*(?<next>[^ ])/u.exec(text.slice(end + 1, end + 20))?.groups?.next ?? '\n';
	return end >= 0 && (next === '\n' || isDelimiter(next)) ? end : -1;
}
