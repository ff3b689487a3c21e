import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import type { Locale } from '#lib/domain/text/locale.ts';
import { directionOf, textIn } from '#lib/domain/text/locale.ts';
import { writingDirection } from '#lib/domain/text/writing-direction.ts';
import { m } from '#lib/paraglide/messages.js';
import { cleanText } from '../content/clean-text.ts';
import { PALETTE } from '../content/document-palette.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import {
	amountsByAxis,
	amountsBySource,
	amountsByStatus,
	type AmountLine
} from '../plan/financing-section.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import {
	ACTION_COLUMNS,
	FINANCING_COLUMNS,
	planRows,
	type WorksheetColumn
} from './worksheet-columns.ts';

/** A worksheet before it has a file format. */
interface Worksheet {
	readonly name: string;
	readonly columns: readonly { readonly head: string; readonly width: number }[];
	readonly rows: readonly (readonly WorksheetValue[])[];
	/** Indexes of rows that are sums or headings of their own. */
	readonly strong?: ReadonlySet<number>;
}
/** Excel repairs a workbook with a longer text by leaving it out. */
const CELL_LIMIT = 32_767;

type Direction = 'rtl' | 'ltr';
/** Excel's numbers for the direction in which a cell is read; without one, the first letter decides. */
const ORDERS: Readonly<Record<Direction, number>> = { ltr: 1, rtl: 2 };

/** The library knows no reading order, so it travels as an indent, which no cell here has. */
const READING_ORDER = {
	files: {
		transform: {
			'xl/styles.xml': {
				transform: (styles: string) => styles.replace(/ indent="([12])"/g, ' readingOrder="$1"')
			}
		}
	}
};

type WorksheetValue = string | number | null;

/**
 * The plan as a workbook: actions, financing lines, sums, participants and priorities, each with a head
 * that stays in view. Amounts are numbers; every text stays a text, also one that begins like a formula.
 */
export async function xlsxPlan(document: PlanDocument, locale: Locale): Promise<Uint8Array> {
	const words = documentWords(locale);
	const { say } = words;
	const rows = planRows(document);
	const watermark = document.workshop.example ? say(m.document_watermark) : null;
	const sheets = [
		listOf(say(m.document_sheet_actions), ACTION_COLUMNS, rows, words),
		listOf(
			say(m.document_sheet_financing),
			FINANCING_COLUMNS,
			rows.flatMap((row) => row.entry.action.financing.map((line) => ({ ...row, line }))),
			words
		),
		totalsWorksheet(document, words),
		participantsWorksheet(document, words),
		clustersWorksheet(document, words)
	];
	return writeXlsxFile(
		sheets.map((sheet) => written(sheet, directionOf(locale), watermark)),
		// A font that Excel has on every machine, with Arabic letters: a workbook cannot carry its own.
		{ fontFamily: 'Arial', fontSize: 11, features: [READING_ORDER] }
	).toBuffer();
}

function listOf<T>(
	name: string,
	columns: readonly WorksheetColumn<T>[],
	items: readonly T[],
	words: DocumentWords
): Worksheet {
	return {
		name,
		columns: columns.map((column) => ({ head: words.say(column.head), width: column.width })),
		rows: items.map((item) => columns.map((column) => column.value(item, words)))
	};
}

function totalsWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say } = words;
	const parts: [string, readonly AmountLine[]][] = [
		[say(m.document_by_axis), amountsByAxis(document, words)],
		[say(m.document_by_source), amountsBySource(document)],
		[say(m.document_by_status), amountsByStatus(document, words)]
	];
	const rows: WorksheetValue[][] = [];
	const strong = new Set<number>();
	for (const [title, lines] of parts) {
		strong.add(rows.length);
		rows.push([title, null]);
		for (const line of lines) rows.push([plain(line.name), line.amount]);
		strong.add(rows.length);
		rows.push([say(m.document_total), lines.reduce((sum, line) => sum + line.amount, 0)]);
		rows.push([null, null]);
	}
	return {
		name: say(m.document_sheet_totals),
		columns: [
			{ head: say(m.document_financing_chapter), width: 70 },
			{ head: say(m.plan_amount), width: 18 }
		],
		rows,
		strong
	};
}

function participantsWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say, locale } = words;
	const withheld = say(m.document_withheld);
	return {
		name: say(m.document_sheet_participants),
		columns: [
			{ head: say(m.document_category), width: 70 },
			{ head: say(m.document_expected), width: 12 },
			{ head: say(m.document_present), width: 12 },
			{ head: say(m.document_notes), width: 12 }
		],
		rows: [
			...document.participants.map((row) => [
				textIn(row.name, locale),
				row.expected,
				row.present ?? withheld,
				row.notes ?? withheld
			]),
			[
				say(m.document_total),
				document.participants.reduce((sum, row) => sum + row.expected, 0),
				document.counts.participants,
				document.counts.notes
			]
		],
		strong: new Set([document.participants.length])
	};
}

function clustersWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say, locale } = words;
	return {
		name: say(m.document_sheet_clusters),
		columns: [
			{ head: say(m.document_rank), width: 10 },
			{ head: say(m.document_cluster), width: 60 },
			{ head: say(m.document_notes), width: 12 },
			{ head: say(m.document_points), width: 12 }
		],
		rows: document.clusters.map((cluster) => [
			cluster.rank,
			textIn(cluster.title, locale),
			cluster.notes,
			cluster.dots
		])
	};
}

function written(sheet: Worksheet, direction: Direction, watermark: string | null): Sheet<Buffer> {
	const head: Row = sheet.columns.map((column) => ({
		value: column.head,
		type: String,
		fontWeight: 'bold',
		textColor: '#FFFFFF',
		backgroundColor: `#${PALETTE.primary}`,
		...standing(column.head, direction),
		alignVertical: 'center',
		wrap: true
	}));
	const rows = sheet.rows.map((row, index) =>
		row.map((value) => cellOf(value, direction, sheet.strong?.has(index) ?? false))
	);
	return {
		sheet: sheet.name,
		columns: sheet.columns.map(({ width }) => ({ width })),
		stickyRowsCount: watermark ? 2 : 1,
		rightToLeft: direction === 'rtl',
		orientation: 'landscape',
		data: watermark ? [banner(watermark, direction, head.length), head, ...rows] : [head, ...rows]
	};
}

function banner(watermark: string, direction: Direction, columnSpan: number): Row {
	return [
		{
			value: watermark,
			type: String,
			fontWeight: 'bold',
			...standing(watermark, direction),
			columnSpan,
			backgroundColor: `#${PALETTE.warm}`
		}
	];
}

/** Giving each cell its type is what keeps `=1+1` a text. */
function cellOf(value: WorksheetValue, direction: Direction, strong: boolean): Cell {
	const look = {
		alignVertical: 'top' as const,
		borderColor: `#${PALETTE.line}`,
		borderStyle: 'thin' as const,
		...(strong ? { fontWeight: 'bold' as const, backgroundColor: `#${PALETTE.primarySoft}` } : {})
	};
	if (typeof value === 'number') return { ...look, value, type: Number, format: '#,##0' };
	if (value === null || value === '') return strong ? { ...look, value: '', type: String } : null;
	return {
		...look,
		value: cleanText(value).slice(0, CELL_LIMIT),
		type: String,
		...standing(value, direction),
		wrap: true
	};
}

/** A text stands at the sheet's start and is read in its own direction. */
function standing(text: string, sheet: Direction) {
	return {
		align: sheet === 'rtl' ? ('right' as const) : ('left' as const),
		indent: ORDERS[writingDirection(text, sheet)]
	};
}

/** Isolates mean nothing in a cell, where some programs draw them. */
function plain(text: string): string {
	return text.replace(/[\u2066-\u2069]/gu, '');
}
