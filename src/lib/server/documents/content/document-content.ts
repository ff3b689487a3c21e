import type { Locale } from '#lib/domain/text/locale.ts';

/**
 * The words and figures of a document in one language, before any file format: the writers of Word and PDF
 * know these blocks and no subject, a subject arranges its matter in them and knows no format. Texts may
 * hold isolates (U+2066 to U+2069) around amounts; no text is markup.
 */
export interface DocumentContent {
	readonly locale: Locale;
	readonly cover: Cover;
	readonly sections: readonly Section[];
	/** The text that marks illustrative data on every page, or null. */
	readonly watermark: string | null;
	/** The organisers' names in one line, for the foot of each page. */
	readonly bodies: string;
}

export interface Cover {
	readonly kingdom: string;
	readonly organisers: readonly {
		readonly name: string;
		readonly role: string;
		readonly logo: CoverLogo | null;
	}[];
	readonly region: string;
	readonly title: string;
	readonly workshop: string;
	readonly programme: string;
	readonly venue: string;
	readonly date: string;
	/** Draft or complete. */
	readonly version: string;
	readonly versionDate: string;
	/** Says what the document lacks; null when it lacks nothing. */
	readonly warning: string | null;
}

/** A picture that both writers can draw, with its size in pixels. */
export interface CoverLogo {
	readonly bytes: Uint8Array;
	readonly kind: 'png' | 'jpg';
	readonly width: number;
	readonly height: number;
}

/** A part of the document that begins a page. `landscape` turns its pages. */
export interface Section {
	readonly landscape: boolean;
	readonly blocks: readonly Block[];
}

export type Block =
	| HeadingBlock
	/** Where the contents stand: the headings of the levels 1 to 3 with their pages. */
	| { readonly kind: 'contents'; readonly title: string }
	| { readonly kind: 'paragraph'; readonly tone: Tone; readonly text: string }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
	/** People's own words, set apart; `source` says where they stood. */
	| { readonly kind: 'quotation'; readonly text: string; readonly source: string | null }
	| { readonly kind: 'figures'; readonly figures: readonly Figure[] }
	| { readonly kind: 'table'; readonly table: TableContent }
	/** Labels with their values. */
	| { readonly kind: 'fields'; readonly fields: readonly Field[] }
	/** Short marks beside each other; a warm one stands out. */
	| { readonly kind: 'marks'; readonly marks: readonly Mark[] }
	/** One bar a step, full for those that are done; the words beside it say the same. */
	| { readonly kind: 'steps'; readonly done: number; readonly of: number }
	| { readonly kind: 'chart'; readonly chart: ChartContent }
	/** Room for names, signatures and stamps beside each other. */
	| { readonly kind: 'signatures'; readonly places: readonly SignaturePlace[] };

/**
 * The levels 1 to 3 stand in the contents and in the outline, 4 only in the text. `code` stands before the
 * text in the colour of codes: that of an action, or the letter of an annex.
 */
export interface HeadingBlock {
	readonly kind: 'heading';
	readonly level: 1 | 2 | 3 | 4;
	readonly code?: string;
	/** In isolates where it stands behind a code. */
	readonly text: string;
}

/** Body text, second text, a small line over a heading, or something that needs care. */
export type Tone = 'body' | 'muted' | 'over' | 'warning';

export interface Figure {
	readonly value: string;
	readonly label: string;
}

export interface Field {
	readonly label: string;
	readonly value: CellContent;
}

export interface Mark {
	readonly text: string;
	readonly warm: boolean;
}

export interface SignaturePlace {
	/** Whom it is for: a body, a role. */
	readonly role: string;
	/** The words over the room: name, signature and stamp. */
	readonly hint: string;
}

/** Bars from one line, longest `1`, each with its figure in words: readable without colours. */
export interface ChartContent {
	/** Says what the bars show, and what is told to people who do not see them. */
	readonly caption: string;
	readonly bars: readonly ChartBar[];
	/** The same and more in figures, which stands under the picture. */
	readonly table: TableContent;
}

export interface ChartBar {
	readonly label: string;
	/** Its part of the longest, 0 to 1. */
	readonly share: number;
	readonly value: string;
}

export interface TableContent {
	/** Says what the table holds to people who do not see it. */
	readonly caption: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly TableRowContent[];
}

/** `share` is the column's part of the width; a table's shares add up to 100. */
export interface TableColumn {
	readonly head: string;
	readonly share: number;
	/** Figures stand to the right in every language, so that their units stand under each other. */
	readonly align: 'start' | 'figure' | 'centre';
}

export interface TableRowContent {
	readonly kind: 'body' | 'group' | 'total';
	/** As many as there are columns; a group row has one cell that spans them all. */
	readonly cells: readonly CellContent[];
}

export interface CellContent {
	readonly lines: readonly string[];
	/** The value is not known: the cell says so and stands out. */
	readonly missing?: boolean;
	readonly strong?: boolean;
}
