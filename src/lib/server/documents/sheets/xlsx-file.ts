import writeXlsxFile, {
	type Cell,
	type Row,
	type Sheet,
	type SheetOptions
} from 'write-excel-file/node';
import {
	getCellAddress,
	getOrderOfSiblings,
	insertElementMarkupAccordingToOrderOfSiblings,
	sanitizeTextContent
} from 'write-excel-file/utility';
import { directionOf } from '#lib/domain/text/locale.ts';
import { startsLikeFormula } from '#lib/domain/text/csv.ts';
import { withOwnBullets } from '#lib/domain/text/lists/own-bullets.ts';
import { steadyText } from '#lib/domain/text/direction/steady-text.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { cleanText } from '../content/clean-text.ts';
import { PALETTE } from '../content/document-palette.ts';
import type { WorkbookContent, Worksheet, WorksheetValue } from '../content/workbook-content.ts';

/** Excel repairs a workbook with a longer text by leaving it out. */
const CELL_LIMIT = 32_767;

type Direction = 'rtl' | 'ltr';
/** Excel's numbers for the direction in which a cell is read; without one, the first letter decides. */
const ORDERS: Readonly<Record<Direction, number>> = { ltr: 1, rtl: 2 };

/** Added to a reading order where the text has to stay a text once somebody edits it. */
const AS_TEXT = 2;
/**
 * The library knows neither the reading order of a cell nor the mark by which Excel leaves its text a text
 * (the one that typing an apostrophe first sets), so they travel as an indent, which no cell here has.
 */
const OWN_STYLES = {
	files: {
		transform: {
			'xl/styles.xml': {
				transform: (styles: string) =>
					styles.replace(
						/<xf ([^>]*)>(\s*<alignment[^>]*?) indent="([1-4])"/g,
						(_all, cell: string, alignment: string, sent: string) =>
							Number(sent) > AS_TEXT
								? `<xf ${cell} quotePrefix="1">${alignment} readingOrder="${Number(sent) - AS_TEXT}"`
								: `<xf ${cell}>${alignment} readingOrder="${sent}"`
					)
			}
		}
	}
};

type Attributes = Record<string, string | number>;
/** Wider sheets, in characters, would be too small to read on one page of turned A4. */
const PAGE_WIDTH = 220;
/** Points that a signature needs. */
const SIGNATURE_HEIGHT = 30;
const TICK = '✓';
/**
 * What the library does not know of printing: heads and what names a row stand on every page, and a sheet
 * takes one page across unless that would make it too small.
 */
const PRINTING = {
	files: {
		transform: {
			'xl/workbook.xml': {
				transform: (xml: string, sheets: readonly SheetOptions<unknown>[]) =>
					into(
						xml,
						`<definedNames>${sheets.map(printTitles).join('')}</definedNames>`,
						'xl/workbook.xml',
						'workbook'
					)
			},
			'xl/worksheets/sheet{id}.xml': {
				transformElementAttributes: (tag: string, attributes: Attributes) =>
					tag === 'pageSetup' ? { ...attributes, fitToHeight: 0 } : attributes,
				transform: (xml: string, { columns = [] }: SheetOptions<unknown>) =>
					columns.reduce((sum, column) => sum + (column.width ?? 0), 0) > PAGE_WIDTH
						? xml
						: into(
								xml,
								'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
								'xl/worksheets/sheet{id}.xml',
								'worksheet'
							)
			}
		}
	}
};

/** What stays in view of a sheet, its first rows and its first column, as the name by which it is printed on every page. */
function printTitles(
	{ sheet = '', stickyRowsCount: rows = 0, stickyColumnsCount: columns = 0 }: SheetOptions<unknown>,
	at: number
): string {
	const name = `'${sheet.replaceAll("'", "''")}'`;
	const parts = [...(columns > 0 ? [`${name}!$A:$A`] : []), `${name}!$1:$${rows}`];
	const told = sanitizeTextContent(parts.join(','));
	return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${told}</definedName>`;
}

/** An element among its siblings, whose order the format asks for. */
function into(
	xml: string,
	element: string,
	file: 'xl/workbook.xml' | 'xl/worksheets/sheet{id}.xml',
	parent: string
): string {
	const order = getOrderOfSiblings(file, parent) ?? [];
	return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, parent);
}

/**
 * Lists as a workbook, each with a head that stays in view. Amounts are numbers; every text stays a text,
 * also one that begins like a formula, and also once somebody edits it.
 */
export async function xlsxFile({
	locale,
	sheets,
	watermark
}: WorkbookContent): Promise<Uint8Array> {
	return writeXlsxFile(
		sheets.map((sheet) => written(sheet, directionOf(locale), watermark)),
		// A font that Excel has on every machine, with Arabic letters: a workbook cannot carry its own.
		{
			fontFamily: 'Arial',
			fontSize: 11,
			features: [OWN_STYLES, PRINTING, ticking(sheets, watermark)]
		}
	).toBuffer();
}

function written(sheet: Worksheet, direction: Direction, watermark: string | null): Sheet<Buffer> {
	const head: Row = sheet.columns.map((column) => ({
		value: readable(column.head, direction),
		type: String,
		fontWeight: 'bold',
		textColor: '#FFFFFF',
		backgroundColor: `#${PALETTE.primary}`,
		...standing(column.head, direction),
		alignVertical: 'center',
		wrap: true
	}));
	const rows = sheet.rows.map((row, index) =>
		row.map((value, at) =>
			sheet.columns[at]?.byHand
				? signed(value, direction)
				: cellOf(value, direction, sheet.strong?.has(index) ?? false)
		)
	);
	const top = [
		...(watermark ? [banner(watermark, direction, head.length)] : []),
		...lines(sheet.lead, direction, head.length)
	];
	return {
		sheet: sheet.name,
		columns: sheet.columns.map(({ width }) => ({ width })),
		stickyRowsCount: top.length + 1,
		stickyColumnsCount: sheet.named ? 1 : 0,
		rightToLeft: direction === 'rtl',
		orientation: 'landscape',
		data: [...top, head, ...rows, ...lines(sheet.foot, direction, head.length)]
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

/** Lines over or under a list, each across all of it; the first one says what the list is. */
function lines(texts: readonly string[] = [], direction: Direction, columnSpan: number): Row[] {
	return texts.map((text, at) => [
		{
			value: readable(text, direction),
			type: String,
			...(at === 0 ? { fontWeight: 'bold' as const } : {}),
			...standing(text, direction),
			columnSpan,
			wrap: true
		}
	]);
}

/** A cell to sign in on paper, or with a word in it. */
function signed(value: WorksheetValue, direction: Direction): Cell {
	const word = value === null ? '' : String(value);
	return {
		value: word,
		type: String,
		height: SIGNATURE_HEIGHT,
		borderColor: `#${PALETTE.muted}`,
		borderStyle: 'thin',
		...(word === '' ? {} : { backgroundColor: `#${PALETTE.line}` }),
		...standing(word, direction),
		align: 'center',
		alignVertical: 'center'
	};
}

/** The cells of a sheet that take a tick, as a list of one choice: Excel shows it as an arrow beside the cell. */
function tickList({ columns, rows, lead = [] }: Worksheet, watermark: string | null): string {
	const first = lead.length + (watermark ? 1 : 0) + 2;
	const areas = columns.flatMap(({ byHand }, at) => {
		const column = getCellAddress(0, at).replace(/\d+/, '');
		return byHand && rows.length > 0
			? [`${column}${first}:${column}${first + rows.length - 1}`]
			: [];
	});
	if (areas.length === 0) return '';
	return (
		`<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" ` +
		`sqref="${areas.join(' ')}"><formula1>"${TICK}"</formula1></dataValidation></dataValidations>`
	);
}

/** What people tick is chosen in the cell. */
function ticking(sheets: readonly Worksheet[], watermark: string | null) {
	const lists = new Map(sheets.map((sheet) => [sheet.name, tickList(sheet, watermark)]));
	return {
		files: {
			transform: {
				'xl/worksheets/sheet{id}.xml': {
					transform: (xml: string, { sheet = '' }: SheetOptions<unknown>) => {
						const list = lists.get(sheet) ?? '';
						return list === '' ? xml : into(xml, list, 'xl/worksheets/sheet{id}.xml', 'worksheet');
					}
				}
			}
		}
	};
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
		value: readable(withOwnBullets(cleanText(value)), direction).slice(0, CELL_LIMIT),
		type: String,
		...standing(value, direction),
		wrap: true
	};
}

/** A text stands at the sheet's start and is read in its own direction. */
function standing(text: string, sheet: Direction) {
	return {
		align: sheet === 'rtl' ? ('right' as const) : ('left' as const),
		indent: ORDERS[writingDirection(text, sheet)] + (startsLikeFormula(text) ? AS_TEXT : 0)
	};
}

/** Where a number can turn round in a cell; others are left as they are, for those who search and compare. */
const MAY_TURN = /\p{Script=Arabic}.*[0-9]|[0-9].*\p{Script=Arabic}|[0-9] [0-9]/su;

/**
 * A text as a cell holds it: its numbers held in its own direction. Isolates mean nothing in a cell, where some
 * programs draw them.
 */
function readable(text: string, sheet: Direction): string {
	const held = MAY_TURN.test(text) ? steadyText(text, writingDirection(text, sheet)) : text;
	return held.replace(/[\u2066-\u2069]/gu, '');
}
