import { columnKind } from './column-heads.ts';
import { isCount } from './pasted-cells.ts';
import { asPasted, type PastedTable } from './pasted-table.ts';
import { readWholeNumber } from '../numbers/whole-number.ts';

/** A name of a pasted list, with the number that stands beside it; null where none does. */
export interface NamedCount {
	readonly name: string;
	readonly count: number | null;
}

/** What names and numbers a table holds, and the cells that are neither. */
export interface NamedCounts {
	readonly items: readonly NamedCount[];
	readonly unread: readonly string[];
}

/** A dash in a cell says that there is nothing. */
const SAYS = /[\p{L}\p{N}]/u;

/**
 * The names of a table with their numbers, of at most `most`: by the headings of its columns, else the column with most
 * words and the first one of numbers. What else stands in it, a number that cannot be taken among that, is unread.
 */
export function namedCounts({ heading, rows }: PastedTable, most: number): NamedCounts {
	const columns = (rows[0] ?? []).map((_, index) => index);
	const isCalled = (index: number, kind: 'name' | 'count'): boolean =>
		heading !== null && columnKind(heading[index] ?? '') === kind;
	const hasWords = (cell: string): boolean => /\p{L}/u.test(cell) && !isCount(cell);
	const wordsIn = (index: number): number =>
		rows.filter((row) => hasWords(row[index] ?? '')).length;
	const mostWords = Math.max(...columns.map(wordsIn));
	const ofWords = columns.filter((index) => wordsIn(index) * 2 >= rows.length);
	const name =
		ofWords.find((index) => isCalled(index, 'name')) ??
		columns.find((index) => wordsIn(index) === mostWords) ??
		0;
	const ofCounts = columns.filter(
		(index) => index !== name && rows.some((row) => isCount(row[index] ?? ''))
	);
	const count =
		ofCounts.find((index) => isCalled(index, 'count')) ??
		ofCounts.find((index) => index > name) ??
		ofCounts[0];
	// A column under a heading is told by that, once.
	const told = columns.filter(
		(index) => index !== name && index !== count && Boolean(heading?.[index])
	);
	const items: NamedCount[] = [];
	const unread = new Set(told.map((index) => heading?.[index] ?? ''));
	for (const row of rows) {
		const named = row[name] ?? '';
		if (!/\p{L}/u.test(named)) {
			unread.add(asPasted(row));
			continue;
		}
		const reading = readWholeNumber(count === undefined ? '' : (row[count] ?? ''), 'people');
		const taken = reading.kind === 'number' && reading.value <= most ? reading.value : null;
		items.push({ name: named, count: taken });
		const known = [name, ...told, ...(taken === null ? [] : [count])];
		const others = row.filter((cell, index) => SAYS.test(cell) && !known.includes(index));
		if (others.length > 0) unread.add(asPasted([named, ...others]));
	}
	return { items, unread: [...unread] };
}
