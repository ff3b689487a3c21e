import { isReference } from '../id.ts';
import { isInkless } from '../text/ink.ts';
import { LOCALES } from '../text/locale.ts';
import { UNITS_PER_CHARACTER } from '../text/text.ts';
import type { Part, RowColumns } from './field-parts.ts';

/** Most UTF-16 units of what is written in a part: its characters may be built of several. */
export function unitsOf({ limit }: { readonly limit: number }): number {
	return limit * UNITS_PER_CHARACTER;
}

/** True for what may be written as the whole value of a part, not known yet aside. One limit for gate and parser. */
export function accepts(part: Part, value: unknown): boolean {
	switch (part.kind) {
		case 'line':
		case 'text':
			return typeof value === 'string' && value.length <= unitsOf(part);
		case 'choice':
			return (part.values as readonly unknown[]).includes(value);
		case 'flag':
			return typeof value === 'boolean';
		case 'number':
			return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= part.most;
		case 'month':
			return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
		case 'reference':
			return isReference(value);
		case 'references':
			return Array.isArray(value) && value.length <= part.most && value.every(isReference);
		case 'localized':
		case 'tags':
		case 'rows':
			return false;
	}
}

/**
 * What an action holds for what was found: never throws, what is missing or not well formed reads as
 * missing. A text in which two wrote at once may be longer than its limit and stays whole.
 */
export function readPart(part: Part, found: unknown): unknown {
	switch (part.kind) {
		case 'text':
			return typeof found === 'string' ? withoutNul(found) : '';
		case 'line':
		case 'reference':
			return accepts(part, found) ? withoutNul(found as string) : '';
		case 'choice':
		case 'number':
			return accepts(part, found) ? found : part.initial;
		case 'flag':
			return found === true;
		case 'month':
			return accepts(part, found) ? found : null;
		case 'references':
			return accepts(part, found) ? found : [];
		case 'tags':
			return Array.isArray(found) ? part.values.filter((tag) => found.includes(tag)) : [];
		case 'localized':
			return localizedOf(found);
		case 'rows':
			return Array.isArray(found) ? found.flatMap((row) => readRow(part.columns, row)) : [];
	}
}

/** True while nobody has filled a part: it is as it was made. A row counts once it stands. */
export function isMissing(part: Part, value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (part.kind === 'localized') return Object.values(value as object).every(isBlank);
	if (part.kind === 'choice' || part.kind === 'number') return value === part.initial;
	return value === null || value === false || isBlank(value);
}

function readRow(columns: RowColumns, row: unknown): object[] {
	if (typeof row !== 'object' || row === null || !('id' in row)) return [];
	const { id } = row;
	const values = Object.entries(columns).map(([name, column]) => [
		name,
		readPart(column, Reflect.get(row, name))
	]);
	return isReference(id) ? [{ id, ...(Object.fromEntries(values) as object) }] : [];
}

function localizedOf(found: unknown): object {
	if (typeof found !== 'object' || found === null) return {};
	return Object.fromEntries(
		LOCALES.flatMap((locale) => {
			const words: unknown = Reflect.get(found, locale);
			return typeof words === 'string' && words !== '' ? [[locale, withoutNul(words)]] : [];
		})
	);
}

function isBlank(value: unknown): boolean {
	return typeof value === 'string' && isInkless(value);
}

/** PostgreSQL takes no NUL in text. */
function withoutNul(value: string): string {
	return value.replaceAll('\0', '');
}
