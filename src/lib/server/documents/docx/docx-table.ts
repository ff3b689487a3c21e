import {
	BorderStyle,
	HeightRule,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType,
	type ITableCellBorders,
	type Paragraph
} from 'docx';
import type {
	CellContent,
	Figure,
	TableColumn,
	TableContent,
	TableRowContent
} from '../content/document-content.ts';
import { PALETTE } from '../content/document-palette.ts';
import type { WordText } from './docx-text.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: PALETTE.line } as const;
const RULE = { style: BorderStyle.SINGLE, size: 8, color: PALETTE.ink } as const;
const MISSING_EDGE = { style: BorderStyle.SINGLE, size: 24, color: PALETTE.warm } as const;

/** Tables that begin on the side where the language begins, `width` twips wide. */
export function wordTables(text: WordText, width: number) {
	/** A table of paragraphs with the given grid; the only maker of tables. */
	function grid(shares: readonly number[], rows: readonly TableRow[]): Table {
		const whole = shares.reduce((sum, share) => sum + share, 0);
		return new Table({
			rows,
			layout: TableLayoutType.FIXED,
			visuallyRightToLeft: text.page === 'rtl',
			width: { size: width, type: WidthType.DXA },
			columnWidths: shares.map((share) => Math.round((width * share) / whole)),
			margins: { top: 24, bottom: 24, left: 80, right: 80, marginUnitType: WidthType.DXA },
			borders: {
				top: NONE,
				bottom: NONE,
				left: NONE,
				right: NONE,
				insideHorizontal: NONE,
				insideVertical: NONE
			}
		});
	}

	function cell(
		children: readonly Paragraph[],
		borders: ITableCellBorders,
		fill?: string,
		span?: number
	) {
		return new TableCell({
			children,
			borders,
			...(fill ? { shading: { fill } } : {}),
			...(span ? { columnSpan: span } : {})
		});
	}

	function valueCell(
		content: CellContent,
		borders: ITableCellBorders,
		align: TableColumn['align'] = 'start',
		strong = false
	) {
		const bold = strong || content.strong;
		const paragraphs = content.lines.map((line) =>
			text.paragraph(line, { style: 'TableText', align, ...(bold ? { bold } : {}) })
		);
		return content.missing
			? cell(paragraphs, { ...borders, start: MISSING_EDGE }, PALETTE.warmSoft)
			: cell(paragraphs, borders);
	}

	function row(columns: readonly TableColumn[], { kind, cells }: TableRowContent): TableRow {
		if (kind === 'group') {
			const paragraphs = (cells[0]?.lines ?? []).map((line) =>
				text.paragraph(line, { style: 'TableText', bold: true, keepNext: true })
			);
			return new TableRow({
				cantSplit: true,
				children: [cell(paragraphs, { bottom: HAIRLINE }, PALETTE.primarySoft, columns.length)]
			});
		}
		const borders = kind === 'total' ? { top: RULE, bottom: RULE } : { bottom: HAIRLINE };
		return new TableRow({
			cantSplit: true,
			children: columns.map((column, index) =>
				valueCell(cells[index] ?? { lines: [''] }, borders, column.align, kind === 'total')
			)
		});
	}

	return {
		/** Columns with heads that repeat on each page. */
		table({ columns, rows }: TableContent): Table {
			const head = new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(
					(column) =>
						new TableCell({
							verticalAlign: VerticalAlignTable.BOTTOM,
							borders: { bottom: RULE },
							children: [text.paragraph(column.head, { style: 'TableHead', align: column.align })]
						})
				)
			});
			return grid(
				columns.map((column) => column.share),
				[head, ...rows.map((content) => row(columns, content))]
			);
		},

		/** Labels and their values. */
		fields(fields: readonly { label: string; value: CellContent }[]): Table {
			return grid(
				[24, 76],
				fields.map(
					({ label, value }) =>
						new TableRow({
							cantSplit: true,
							children: [
								cell([text.paragraph(label, { style: 'TableHead' })], { bottom: HAIRLINE }),
								valueCell(value, { bottom: HAIRLINE })
							]
						})
				)
			);
		},

		/** Large figures, three in a row. */
		figures(figures: readonly Figure[]): Table {
			const rows: TableRow[] = [];
			for (let start = 0; start < figures.length; start += 3) {
				rows.push(
					new TableRow({
						cantSplit: true,
						children: [0, 1, 2].map((offset) => {
							const figure = figures[start + offset];
							const value = text.paragraph(figure?.value ?? '', { style: 'FigureValue' });
							const label = text.paragraph(figure?.label ?? '', { style: 'FigureLabel' });
							return cell([value, label], { top: { ...RULE, color: PALETTE.primary } });
						})
					})
				);
			}
			return grid([1, 1, 1], rows);
		},

		/** One bar a required field, full for those that are there. */
		bars(ready: number, of: number): Table {
			const gap = { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } as const;
			const cells = Array.from({ length: of }, (_, index) =>
				cell(
					[text.bare([], { style: 'Gap' })],
					{ start: gap, end: gap },
					index < ready ? PALETTE.primary : PALETTE.warm
				)
			);
			const height = { value: 110, rule: HeightRule.EXACT };
			return grid(
				cells.map(() => 1),
				[new TableRow({ cantSplit: true, height, children: cells })]
			);
		},

		/** Cells side by side without lines, for the cover and the foot. */
		beside(
			shares: readonly number[],
			cells: readonly (readonly Paragraph[])[],
			line = false
		): Table {
			const borders = line ? { top: HAIRLINE } : {};
			return grid(shares, [
				new TableRow({
					cantSplit: true,
					children: cells.map((children) => cell(children, borders))
				})
			]);
		},

		/** A box that asks for care. */
		box(paragraphs: readonly Paragraph[]): Table {
			return grid(
				[1],
				[
					new TableRow({
						cantSplit: true,
						children: [cell(paragraphs, { start: MISSING_EDGE }, PALETTE.warmSoft)]
					})
				]
			);
		}
	};
}

export type WordTables = ReturnType<typeof wordTables>;
