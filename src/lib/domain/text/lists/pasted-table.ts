import { columnKind } from './column-heads.ts';
import { areMarks } from './list-marks.ts';
import { isCount, pastedCells } from './pasted-cells.ts';

/** A table that was pasted, by its columns; those of marks, and empty ones, are gone. */
export interface PastedTable {
	/** What the columns are called; null where the first row says nothing of that. */
	readonly heading: readonly string[] | null;
	/** As many cells in each row as the widest has, '' for those that are missing. */
	readonly rows: readonly (readonly string[])[];
	/** The heading and rows of sums, in the words that a person sees. */
	readonly leftOut: readonly string[];
}

const LETTER = /\p{L}/u;
const WORD = /\p{L}.*\p{L}/u;
/** What the first cell of a row of sums says. */
const SUM =
	/^(?:total|totaux|somme|sum|ensemble|(?:ال)?مجموع|[اإ]جمالي|الإجمالي|الاجمالي)(?!\p{L})/iu;

/**
 * Reads a table out of what was pasted ({@link pastedCells}). Undefined where it is none: a list. `text` has plain
 * breaks of lines.
 */
export function readPastedTable(text: string): PastedTable | undefined {
	const rows = pastedCells(text);
	const table = rows && tableOf(turned(squared(rows)));
	return table?.rows.length === 0 ? undefined : table;
}

/** Rows of cells as a table: its heading and sums apart, without its columns of marks. */
export function tableOf(rows: readonly string[][]): PastedTable {
	const [heading, body] = withHeading(squared(rows));
	const sums = body.filter(isSum);
	const kept = body.filter((row) => !isSum(row));
	const columns = (kept[0] ?? [])
		.map((_, index) => index)
		.filter((index) => !isColumnOfMarks(kept, index, heading?.[index] ?? ''));
	const only = (row: readonly string[]) => columns.map((index) => row[index] ?? '');
	return {
		heading: heading && only(heading),
		rows: kept.map(only),
		leftOut: [...(heading ? [heading] : []), ...sums].map(asPasted)
	};
}

/** Stands between the cells of a row that a person is shown. */
export const BETWEEN_CELLS = ' · ';

/** A row in the words that a person sees, for those that were left out. */
export function asPasted(row: readonly string[]): string {
	return row.filter((cell) => cell !== '').join(BETWEEN_CELLS);
}

function squared(rows: readonly string[][]): string[][] {
	const width = Math.max(...rows.map((row) => row.length));
	return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** Names beside each other with their numbers under them, or names alone, as the rows that they stand for. */
function turned(rows: string[][]): string[][] {
	const [names = [], numbers] = rows;
	const filled = names.filter((cell) => cell !== '');
	const allNames = filled.length > 1 && filled.every((cell) => LETTER.test(cell) && !isCount(cell));
	if (!allNames || rows.length > 2) return rows;
	if (!numbers) return filled.map((cell) => [cell]);
	const labelled = LETTER.test(numbers[0] ?? '');
	const counts = labelled ? numbers.slice(1) : numbers;
	const isCounted = counts.some(isCount) && counts.every((cell) => cell === '' || isCount(cell));
	return isCounted && (!labelled || counts.length > 1)
		? names.map((name, index) => [name, numbers[index] ?? '']).filter(([name]) => name !== '')
		: rows;
}

/** The first row is one of names of columns where a number stands under a name of numbers, or all of it are such. */
function withHeading(rows: string[][]): [string[] | null, string[][]] {
	const [first = [], ...rest] = rows;
	if (rest.length === 0) return [null, rows];
	const filled = first.filter((cell) => cell !== '');
	const overCounts = first.some(
		(cell, index) => columnKind(cell) === 'count' && rest.some((row) => isCount(row[index] ?? ''))
	);
	const isHeading =
		overCounts || (filled.length > 1 && filled.every((cell) => columnKind(cell) !== undefined));
	return isHeading ? [first, rest] : [null, rows];
}

function isSum(row: readonly string[]): boolean {
	const name = row.find((cell) => LETTER.test(cell)) ?? '';
	return SUM.test(name) && row.some(isCount);
}

/** Before the names, numbers or letters that only count the rows; and a column in which nothing stands. */
function isColumnOfMarks(
	rows: readonly (readonly string[])[],
	index: number,
	head: string
): boolean {
	const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
	if (cells.length === 0) return true;
	const [row = []] = rows;
	const names = row.findIndex((_, at) => rows.some((one) => WORD.test(one[at] ?? '')));
	if (index >= names) return false;
	if (columnKind(head) === 'marks') return true;
	if (rows.length > 1) return areMarks(cells);
	return !isCount(cells[0] ?? '') || cells[0] === '1' || row.slice(names).some(isCount);
}
