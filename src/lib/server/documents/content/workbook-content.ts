import type { Locale } from '#lib/domain/text/locale.ts';

/** Lists and sums before any file format: what sheets and comma-separated files are written from. */
export interface WorkbookContent {
	readonly locale: Locale;
	readonly sheets: readonly Worksheet[];
	/** The text that marks illustrative data over every sheet, or null. */
	readonly watermark: string | null;
}

export interface Worksheet {
	readonly name: string;
	readonly columns: readonly { readonly head: string; readonly width: number }[];
	readonly rows: readonly (readonly WorksheetValue[])[];
	/** The first column names a row: it stays in view and stands on every printed page. */
	readonly named?: boolean;
	/** Indexes of rows that are sums or headings of their own. */
	readonly strong?: ReadonlySet<number>;
}

/** A text, which stays one whatever it begins with, a number, or nothing. */
export type WorksheetValue = string | number | null;
