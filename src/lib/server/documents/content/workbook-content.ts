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
	/** Lines that stand above the heads of a printed list: what it is of, when and where. */
	readonly lead?: readonly string[];
	/** Lines under the list. */
	readonly foot?: readonly string[];
	readonly columns: readonly WorksheetColumn[];
	readonly rows: readonly (readonly WorksheetValue[])[];
	/** The first column names a row: it stays in view and stands on every printed page. */
	readonly named?: boolean;
	/** Indexes of rows that are sums or headings of their own. */
	readonly strong?: ReadonlySet<number>;
}

export interface WorksheetColumn {
	readonly head: string;
	/** In characters. */
	readonly width: number;
	/** For signatures on paper: its rows are high, its cells take a tick in the sheet, and text files leave it out. */
	readonly byHand?: true;
}

/** A text, which stays one whatever it begins with, a number, or nothing. */
export type WorksheetValue = string | number | null;
