import { BorderStyle } from 'docx';
import type {
	CellContent,
	ChartContent,
	Field,
	Figure,
	SignaturePlace,
	TableColumn,
	TableContent,
	TableRowContent
} from '../content/document-content.ts';
import { PALETTE } from '../content/document-palette.ts';
import type { WordText } from './docx-text.ts';
import { element, valued, type WordNode } from './word-element.ts';

/** A line at a cell's edge; `size` in eighths of a point. */
interface Edge {
	readonly size: number;
	readonly color: string;
}
/** `start` is where the table's direction begins. */
type Edges = Readonly<Partial<Record<'top' | 'start' | 'bottom' | 'end', Edge>>>;

const HAIRLINE: Edge = { size: 4, color: PALETTE.line };
const RULE: Edge = { size: 8, color: PALETTE.ink };
const MISSING_EDGE: Edge = { size: 24, color: PALETTE.warm };
/** A table of the library's without any line. */
const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_EDGES = {
	top: NO_EDGE,
	bottom: NO_EDGE,
	left: NO_EDGE,
	right: NO_EDGE,
	insideHorizontal: NO_EDGE,
	insideVertical: NO_EDGE
};
/** How finely the bars of a chart are cut. */
const BAR_STEPS = 60;
/** The parts of a chart's width for labels, bars and figures. */
const CHART = { label: 44, bars: 46, value: 10 };
/** Room for a signature and a stamp, in twips. */
const SIGNATURE_HEIGHT = 1700;

interface CellOptions {
	readonly edges?: Edges;
	readonly fill?: string;
	readonly span?: number;
	readonly atFoot?: boolean;
}
type Cell = readonly [children: readonly WordNode[], options?: CellOptions];
interface ValueOptions {
	readonly align?: TableColumn['align'];
	readonly strong?: boolean;
	readonly keepNext?: boolean;
}
interface RowOptions {
	readonly head?: boolean;
	/** At least so high, or exactly so; in twips. */
	readonly height?: { readonly value: number; readonly rule: 'atLeast' | 'exact' };
}

/** Tables that begin on the side where the language begins, `width` twips wide. */
export function wordTables(text: WordText, width: number) {
	/** A table with the given grid; the only maker of tables. */
	function grid(
		shares: readonly number[],
		rows: readonly (readonly [readonly Cell[], RowOptions?])[]
	): WordNode {
		const whole = shares.reduce((sum, share) => sum + share, 0);
		const widths = shares.map((share) => Math.round((width * share) / whole));
		return element('w:tbl', null, [
			tableProperties(text.page === 'rtl', width),
			element(
				'w:tblGrid',
				null,
				widths.map((column) => element('w:gridCol', { 'w:w': column }))
			),
			...rows.map(([cells, options = {}]) => rowOf(cells, options, widths))
		]);
	}

	function valueCell(
		content: CellContent,
		edges: Edges,
		{ align = 'start', strong = false, keepNext = false }: ValueOptions = {}
	): Cell {
		const bold = strong || content.strong;
		const paragraphs = content.lines.map((line) =>
			text.paragraph(line, { style: 'TableText', align, keepNext, ...(bold ? { bold } : {}) })
		);
		return content.missing
			? [paragraphs, { edges: { ...edges, start: MISSING_EDGE }, fill: PALETTE.warmSoft }]
			: [paragraphs, { edges }];
	}

	function bodyRow(
		columns: readonly TableColumn[],
		{ kind, cells }: TableRowContent,
		keepNext: boolean
	): Cell[] {
		if (kind === 'group') {
			const paragraphs = (cells[0]?.lines ?? []).map((line) =>
				text.paragraph(line, { style: 'TableText', bold: true, keepNext: true })
			);
			const options = { edges: { bottom: HAIRLINE }, fill: PALETTE.primarySoft };
			return [[paragraphs, { ...options, span: columns.length }]];
		}
		const edges = kind === 'total' ? { top: RULE, bottom: RULE } : { bottom: HAIRLINE };
		return columns.map((column, index) =>
			valueCell(cells[index] ?? { lines: [''] }, edges, {
				align: column.align,
				strong: kind === 'total',
				keepNext
			})
		);
	}

	return {
		width,

		/** Columns with heads that repeat on each page; `kept` keeps the rows on one. */
		table({ columns, rows }: TableContent, kept = false): WordNode {
			const head = columns.map(({ head, align }): Cell => [
				[text.paragraph(head, { style: 'TableHead', align })],
				{ edges: { bottom: RULE }, atFoot: true }
			]);
			return grid(
				columns.map((column) => column.share),
				[
					[head, { head: true }],
					...rows.map((row, at) => [bodyRow(columns, row, kept && at < rows.length - 1)] as const)
				]
			);
		},

		/** Labels and their values; `kept` keeps them on one page. */
		fields(fields: readonly Field[], kept = false): WordNode {
			const edges = { bottom: HAIRLINE };
			return grid(
				[24, 76],
				fields.map(({ label, value }, at) => {
					const keepNext = kept && at < fields.length - 1;
					return [
						[
							[[text.paragraph(label, { style: 'FieldLabel', keepNext })], { edges }],
							valueCell(value, edges, { keepNext })
						]
					];
				})
			);
		},

		/** Large figures, three in a row. */
		figures(figures: readonly Figure[]): WordNode {
			const rows: [Cell[]][] = [];
			for (let start = 0; start < figures.length; start += 3) {
				rows.push([
					[0, 1, 2].map((offset) => {
						const figure = figures[start + offset];
						if (!figure) return [[text.empty({ style: 'FigureLabel' })]];
						const value = text.paragraph(figure.value, { style: 'FigureValue' });
						const label = text.paragraph(figure.label, { style: 'FigureLabel' });
						return [[value, label], { edges: { top: { ...RULE, color: PALETTE.primary } } }];
					})
				]);
			}
			return grid([1, 1, 1], rows);
		},

		/** One bar a step, full for those that are done. */
		steps(done: number, of: number): WordNode {
			const gap: Edge = { size: 24, color: 'FFFFFF' };
			const cells = Array.from({ length: of }, (_, index): Cell => {
				const fill = index < done ? PALETTE.primary : PALETTE.warm;
				return [[text.empty({ style: 'Gap' })], { edges: { start: gap, end: gap }, fill }];
			});
			return grid(
				cells.map(() => 1),
				[[cells, { height: { value: 110, rule: 'exact' } }]]
			);
		},

		/** A bar a line, drawn as a filled cell: it grows from where the language begins. */
		bars({ bars }: ChartContent): WordNode {
			const step = CHART.bars / BAR_STEPS;
			const steps = Array.from({ length: BAR_STEPS }, () => step);
			return grid(
				[CHART.label, ...steps, CHART.value],
				bars.flatMap(({ label, share, value }): [Cell[], RowOptions?][] => {
					const full = Math.max(1, Math.min(BAR_STEPS, Math.round(share * BAR_STEPS)));
					const bar: Cell = [
						[text.empty({ style: 'Gap' })],
						{ fill: share > 0 ? PALETTE.primary : PALETTE.line, span: full }
					];
					const rest: Cell[] =
						full < BAR_STEPS ? [[[text.empty({ style: 'Gap' })], { span: BAR_STEPS - full }]] : [];
					const name: Cell = [[text.paragraph(label, { style: 'TableText', keepNext: true })]];
					const figure = text.paragraph(value, { style: 'TableText', align: 'figure', bold: true });
					const air: Cell = [
						[text.empty({ style: 'Gap', keepNext: true })],
						{ span: BAR_STEPS + 2 }
					];
					return [
						[[name, bar, ...rest, [[figure]]]],
						[[air], { height: { value: 60, rule: 'exact' } }]
					];
				})
			);
		},

		/** Places to sign beside each other, two in a row. */
		signatures(places: readonly SignaturePlace[]): WordNode {
			const rows: [Cell[], RowOptions?][] = [];
			const edge = { edges: { bottom: RULE } };
			for (let start = 0; start < places.length; start += 2) {
				const pair = places.slice(start, start + 2);
				rows.push([
					[0, null, 1].map((at): Cell => {
						const place = at === null ? undefined : pair[at];
						if (!place) return [[text.empty()]];
						const role = text.paragraph(place.role, { style: 'TableText', bold: true });
						return [[role, text.paragraph(place.hint, { style: 'FieldLabel' })], edge];
					}),
					{ height: { value: SIGNATURE_HEIGHT, rule: 'atLeast' } }
				]);
			}
			return grid([47, 6, 47], rows);
		},

		/** Cells side by side without lines, or under one, for the cover and the foot. */
		beside(
			shares: readonly number[],
			cells: readonly (readonly WordNode[])[],
			line = false
		): WordNode {
			const options = line ? { edges: { top: HAIRLINE } } : {};
			return grid(shares, [[cells.map((children): Cell => [children, options])]]);
		},

		/** A box that asks for care. */
		box(paragraphs: readonly WordNode[]): WordNode {
			const options = { edges: { start: MISSING_EDGE }, fill: PALETTE.warmSoft };
			return grid([1], [[[[paragraphs, options]]]]);
		},

		/** People's own words behind a line at their start. */
		quotation(paragraphs: readonly WordNode[]): WordNode {
			const edge: Edge = { size: 18, color: PALETTE.primary };
			return grid([1], [[[[paragraphs, { edges: { start: edge } }]]]]);
		}
	};
}

export type WordTables = ReturnType<typeof wordTables>;

function tableProperties(rtl: boolean, width: number): WordNode {
	const none = { 'w:val': 'none', 'w:color': 'auto', 'w:sz': 0 };
	const room = (side: string, twips: number): WordNode =>
		element(`w:${side}`, { 'w:type': 'dxa', 'w:w': twips });
	return element('w:tblPr', null, [
		...(rtl ? [element('w:bidiVisual')] : []),
		element('w:tblW', { 'w:type': 'dxa', 'w:w': width }),
		element(
			'w:tblBorders',
			null,
			['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
				element(`w:${side}`, none)
			)
		),
		element('w:tblLayout', { 'w:type': 'fixed' }),
		element('w:tblCellMar', null, [
			room('top', CELL_ROOM.above),
			room('left', CELL_ROOM.side),
			room('bottom', CELL_ROOM.above),
			room('right', CELL_ROOM.side)
		])
	]);
}

/** Space inside a cell, in twips. */
export const CELL_ROOM = { above: 24, side: 80 };

function rowOf(
	cells: readonly Cell[],
	{ head, height }: RowOptions,
	widths: readonly number[]
): WordNode {
	const properties = [element('w:cantSplit')];
	if (height)
		properties.push(element('w:trHeight', { 'w:val': height.value, 'w:hRule': height.rule }));
	if (head) properties.push(element('w:tblHeader'));
	let column = 0;
	return element('w:tr', null, [
		element('w:trPr', null, properties),
		...cells.map(([children, options = {}]) => {
			const { span = 1 } = options;
			const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
			column += span;
			return element('w:tc', null, [cellProperties(options, width), ...children]);
		})
	]);
}

/** In the order that the format asks for. */
function cellProperties({ edges, fill, span, atFoot }: CellOptions, width: number): WordNode {
	const parts = [element('w:tcW', { 'w:type': 'dxa', 'w:w': width })];
	if (span && span > 1) parts.push(valued('w:gridSpan', span));
	const drawn = (['top', 'start', 'bottom', 'end'] as const).flatMap((side) => {
		const edge = edges?.[side];
		return edge
			? [element(`w:${side}`, { 'w:val': 'single', 'w:color': edge.color, 'w:sz': edge.size })]
			: [];
	});
	if (drawn.length > 0) parts.push(element('w:tcBorders', null, drawn));
	if (fill) parts.push(element('w:shd', { 'w:fill': fill, 'w:val': 'clear' }));
	if (atFoot) parts.push(valued('w:vAlign', 'bottom'));
	return { 'w:tcPr': parts };
}
