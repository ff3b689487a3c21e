import type { LocalizedText } from '../text/locale.ts';

/**
 * What a field of an action is made of. A part is one value of the action's sheet: how it is written,
 * what it may hold, and what it is while nobody has written it.
 */
export type Part = RowPart | Localized | Tags | Reference | References | Rows;

/** A part that a row of a list can have as a column. */
export type RowPart = Line | Text | Choice | Flag | Numeric | Month;

/** One line, a whole value: the last writer wins. `limit` counts characters as people do. */
interface Line {
	readonly kind: 'line';
	readonly limit: number;
}

/** A long text, in which several write at once and keep both. */
interface Text {
	readonly kind: 'text';
	readonly limit: number;
}

/** One line in each language. */
interface Localized {
	readonly kind: 'localized';
	readonly limit: number;
}

/** One of a closed list; `initial` while nobody chose. */
interface Choice<Value extends string = string, Initial extends Value | null = Value | null> {
	readonly kind: 'choice';
	readonly values: readonly Value[];
	readonly initial: Initial;
}

interface Flag {
	readonly kind: 'flag';
}

/** A whole number from 0 to `most`; `unit` says how it is read. */
interface Numeric<Initial extends number | null = number | null> {
	readonly kind: 'number';
	readonly unit: 'dirham' | 'people' | 'percent' | 'year';
	readonly most: number;
	readonly initial: Initial;
}

/** A month as YYYY-MM. */
interface Month {
	readonly kind: 'month';
}

/** Any of a closed list; each one is set for itself. */
interface Tags<Value extends string = string> {
	readonly kind: 'tags';
	readonly values: readonly Value[];
}

/** The id of what stands elsewhere, '' for none. */
interface Reference {
	readonly kind: 'reference';
}

/** Ids of what stands elsewhere; one whole value. */
interface References {
	readonly kind: 'references';
	readonly most: number;
}

/** A list of which each row is an entry of its own. */
interface Rows<Columns extends RowColumns = RowColumns> {
	readonly kind: 'rows';
	readonly columns: Columns;
}

/** The columns of a list in their order. */
export type RowColumns = Readonly<Record<string, RowPart>>;

/** A row of a list, by its id in the plan's document. */
export type Row<Columns extends RowColumns> = { readonly id: string } & {
	readonly [Name in keyof Columns]: ValueOf<Columns[Name]>;
};

/** What an action holds where it has this part. */
export type ValueOf<P extends Part> = P extends Line | Text | Reference
	? string
	: P extends Localized
		? LocalizedText
		: P extends Choice<infer Value, infer Initial>
			? Value | (null extends Initial ? null : never)
			: P extends Flag
				? boolean
				: P extends Numeric<infer Initial>
					? number | (null extends Initial ? null : never)
					: P extends Month
						? string | null
						: P extends Tags<infer Value>
							? readonly Value[]
							: P extends References
								? readonly string[]
								: P extends Rows<infer Columns>
									? readonly Row<Columns>[]
									: never;

/** Characters of a title, of a name or any other line, and of a long text; the largest amount in dirhams. */
export const PART_LIMITS = { title: 300, line: 200, text: 2000, amount: 1e12 } as const;

export const line = (limit: number = PART_LIMITS.line) => ({ kind: 'line', limit }) as const;
export const text = (limit: number = PART_LIMITS.text) => ({ kind: 'text', limit }) as const;
export const localized = (limit: number) => ({ kind: 'localized', limit }) as const;
export const choice = <const Value extends string>(values: readonly Value[]) =>
	({ kind: 'choice', values, initial: null }) as const;
export const choiceFrom = <const Value extends string>(
	values: readonly Value[],
	initial: NoInfer<Value>
): Choice<Value, Value> => ({ kind: 'choice', values, initial });
export const flag = { kind: 'flag' } as const;
export const month = { kind: 'month' } as const;
export const tags = <const Value extends string>(values: readonly Value[]) =>
	({ kind: 'tags', values }) as const;
export const reference = { kind: 'reference' } as const;
export const references = (most: number) => ({ kind: 'references', most }) as const;
export const rows = <const Columns extends RowColumns>(columns: Columns) =>
	({ kind: 'rows', columns }) as const;

/** An amount in whole dirhams that may be unknown. */
export const amount: Numeric<null> = number('dirham', PART_LIMITS.amount);
/** An amount of a row, 0 while nobody wrote it. */
export const rowAmount: Numeric<number> = { ...amount, initial: 0 };
export const people: Numeric<null> = number('people', 100_000_000);
export const percent: Numeric<null> = number('percent', 100);
export const year: Numeric<null> = number('year', 2200);

function number(unit: Numeric['unit'], most: number): Numeric<null> {
	return { kind: 'number', unit, most, initial: null };
}
