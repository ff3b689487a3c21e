import { delimitedRows } from './delimited-text.ts';
import { withoutListMarks } from './list-marks.ts';
import { readWholeNumber } from '../numbers/whole-number.ts';

/** Signs that part cells; a comma does so only in a file, where every row has as many of them. */
type Delimiter = '\t' | '|' | ';' | ',';
const IS_DELIMITER: Readonly<Record<Delimiter, (sign: string) => boolean>> = {
	'\t': (sign) => sign === '\t',
	'|': (sign) => sign === '|',
	';': (sign) => sign === ';' || sign === '؛',
	',': (sign) => sign === ',' || sign === '،'
};

/** A name, a sign or the room of a column, and the number behind it, as chats and PDF files write two columns. */
const NAME_AND_NUMBER =
	/^(?<name>.*\p{L}.*?)(?:\s*[:=→]\s*|\s+[-–—]\s+|\s{2,}|\s*\((?=[^()]*\)$))(?<number>\p{Nd}[^()]*?)\)?$/u;
/** Longer lines are sentences. */
const LONGEST_LINE = 300;
const LETTER = /\p{L}/u;
const WORD = /\p{L}.*\p{L}/u;

/**
 * The cells that a text is made of: those of a sheet, of a sheet's file, of a table of Markdown; a number behind each
 * name after a sign, or under it in a line of its own. Undefined where it has none: a list. `text` has plain breaks of
 * lines; what counts people is read as {@link readWholeNumber} does.
 */
export function pastedCells(text: string): string[][] | undefined {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	if (hasCells(lines, '\t') || lines.some(isNameAndCount))
		return delimitedRows(text, IS_DELIMITER['\t']);
	if (hasCells(lines, '|'))
		return delimitedRows(text, IS_DELIMITER['|']).filter((row) =>
			/[\p{L}\p{Nd}]/u.test(row.join(''))
		);
	return (
		regular(delimitedRows(text, IS_DELIMITER[';']).map(withoutEmptyEnd), 1) ??
		regular(delimitedRows(text, IS_DELIMITER[','])) ??
		namesWithNumbers(lines) ??
		numbersUnderNames(lines)
	);
}

/** At least half of the lines have something on both sides of the sign. */
function hasCells(lines: readonly string[], sign: Delimiter): boolean {
	const parted = lines.filter(
		(line) => line.split(sign).filter((cell) => /[\p{L}\p{Nd}]/u.test(cell)).length > 1
	);
	return parted.length > 0 && parted.length * 2 >= lines.length;
}

/** Rows of one width, or of the shorter one, of which most hold a number; undefined else. */
function regular(rows: string[][], shorter?: number): string[][] | undefined {
	const width = Math.max(...rows.map((row) => row.length));
	return rows.every(({ length }) => length === width || length === shorter) && hasCounts(rows)
		? rows
		: undefined;
}

function withoutEmptyEnd(row: string[]): string[] {
	return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}

/** A line of a sheet, alone among others that have one cell. */
function isNameAndCount(line: string): boolean {
	const cells = line.trim().split('\t');
	return cells.length > 1 && WORD.test(cells[0] ?? '') && isCount(cells.at(-1) ?? '');
}

/** Most rows, but for a heading, hold a number beside a name. */
function hasCounts(rows: readonly (readonly string[])[]): boolean {
	const counted = rows.map(
		(row) => row.length > 1 && LETTER.test(row.join('')) && row.some(isCount)
	);
	const heading = counted[0] || rows.length === 1 ? 0 : 1;
	const found = counted.filter(Boolean).length;
	return found > 0 && found * 2 > rows.length - heading;
}

function namesWithNumbers(lines: readonly string[]): string[][] | undefined {
	if (lines.length < 2 || lines.some((line) => line.length > LONGEST_LINE)) return undefined;
	const bare = withoutListMarks(lines.map((line) => line.trim()));
	const rows = bare.map((line) => {
		const { name = '', number = '' } = NAME_AND_NUMBER.exec(line)?.groups ?? {};
		return isCount(number) ? [name.trim(), number.trim()] : [line, ''];
	});
	const counted = rows.filter(([, number]) => number !== '').length;
	const others = rows.filter(([name = '', number]) => number === '' && !/\p{Nd}/u.test(name));
	return counted > 1 && counted * 2 > rows.length && counted + others.length === rows.length
		? rows
		: undefined;
}

/** A sheet that a PDF file or a chat gave cell by cell, each in a line of its own. */
function numbersUnderNames(lines: readonly string[]): string[][] | undefined {
	if (lines.length < 4 || lines.length % 2 > 0) return undefined;
	const rows = lines.flatMap((line, index) =>
		index % 2 > 0 ? [] : [[line, lines[index + 1] ?? '']]
	);
	const isPair = ([one = '', other = '']: readonly string[]) =>
		LETTER.test(one) ? isCount(other) && !LETTER.test(other) : isCount(one) && LETTER.test(other);
	const named = LETTER.test(rows[0]?.[0] ?? '');
	return rows.every((row) => isPair(row) && LETTER.test(row[0] ?? '') === named)
		? rows.map((row) => row.map((cell) => cell.trim()))
		: undefined;
}

/** True for a cell that holds a number of people, and nothing else. */
export function isCount(cell: string): boolean {
	return readWholeNumber(cell, 'people').kind === 'number';
}
