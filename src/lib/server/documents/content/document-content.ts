import type { Locale } from '#lib/domain/text/locale.ts';

/**
 * The words and figures of a document in one language, before any file format: the Word and PDF writers
 * draw the same content, each in its own way. Texts may hold isolates (U+2067, U+2068, U+2069) around
 * amounts; no text is markup.
 */
export interface DocumentContent {
	readonly locale: Locale;
	readonly cover: Cover;
	/** Heading of the table of contents. */
	readonly contentsTitle: string;
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
	/** Says how many actions lack required fields; null when none does. */
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
	| { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
	| { readonly kind: 'paragraph'; readonly tone: Tone; readonly text: string }
	| { readonly kind: 'figures'; readonly figures: readonly Figure[] }
	| { readonly kind: 'table'; readonly table: TableContent }
	| { readonly kind: 'sheet'; readonly sheet: ActionSheetContent };

/** Body text, second text, or something that needs care. */
export type Tone = 'body' | 'muted' | 'warning';

export interface Figure {
	readonly value: string;
	readonly label: string;
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

/** An action on a page of its own. */
export interface ActionSheetContent {
	readonly code: string;
	/** In isolates, since it stands behind the code. */
	readonly title: string;
	/** Axis and objective. */
	readonly place: string;
	readonly chips: readonly { readonly text: string; readonly warm: boolean }[];
	readonly fields: readonly { readonly label: string; readonly value: CellContent }[];
	readonly parts: readonly {
		readonly title: string;
		readonly content: { readonly table: TableContent } | { readonly text: string };
	}[];
	readonly provenance: {
		readonly title: string;
		readonly fields: readonly { readonly label: string; readonly value: CellContent }[];
		/** Stands instead of the fields when there are none. */
		readonly none: string;
	};
	readonly readiness: {
		readonly title: string;
		readonly ready: number;
		readonly of: number;
		/** 12 of 14. */
		readonly score: string;
		readonly text: string;
		readonly complete: boolean;
	};
}
