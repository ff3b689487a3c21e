import {
	AlignmentType,
	ImageRun,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
	type FileChild
} from 'docx';
import { cleanText } from '../content/clean-text.ts';
import type { Cover, CoverLogo, DocumentContent } from '../content/document-content.ts';
import { PALETTE } from '../content/document-palette.ts';
import { NO_EDGES } from './docx-table.ts';
import type { WordTables } from './docx-table.ts';
import type { WordText } from './docx-text.ts';
import { asWritten, type WordNode } from './word-element.ts';

/** The largest size of a logo, in pixels at 96 to the inch. */
const LOGO = { width: 150, height: 84 };
const ORGANISERS_IN_A_ROW = 3;

/** The first page: the kingdom, who organised, the title between two lines, where and when, how complete. */
export function wordCover(
	{ cover, watermark }: DocumentContent,
	text: WordText,
	tables: WordTables
): FileChild[] {
	const line = (words: string, bold = false): WordNode[] =>
		words
			? [text.paragraph(words, { style: 'CoverLine', align: 'centre', ...(bold ? { bold } : {}) })]
			: [];
	const small = (words: string): WordNode[] =>
		words ? [text.paragraph(words, { style: 'CoverSmall', align: 'centre' })] : [];
	const head = [...line(cover.kingdom, true), ...line(cover.region), text.empty({ before: 10 })];
	const rest = [
		text.paragraph(cover.title, {
			style: 'Title',
			align: 'centre',
			before: 60,
			after: 40,
			between: PALETTE.primary
		}),
		...line(cover.workshop, true),
		...small(cover.programme),
		text.empty({ before: 15 }),
		...line(cover.venue),
		...line(cover.date),
		text.empty({ before: 25 }),
		...line(cover.version, true),
		...small(cover.versionDate),
		...(cover.warning
			? [tables.box([text.paragraph(cover.warning, { style: 'Warning', align: 'centre' })])]
			: []),
		...(watermark
			? [
					text.paragraph(watermark, {
						style: 'CoverLine',
						align: 'centre',
						bold: true,
						before: 20,
						fill: PALETTE.warm
					})
				]
			: [])
	];
	return [...head.map(asWritten), ...organisers(cover, text, tables), ...rest.map(asWritten)];
}

function organisers(cover: Cover, text: WordText, tables: WordTables): FileChild[] {
	const rows: FileChild[] = [];
	for (let start = 0; start < cover.organisers.length; start += ORGANISERS_IN_A_ROW) {
		const row = cover.organisers.slice(start, start + ORGANISERS_IN_A_ROW);
		const names = row.map(({ name, role }) => [
			text.paragraph(name, { style: 'CoverSmall', align: 'centre', bold: true }),
			text.paragraph(role, { style: 'CoverSmall', align: 'centre' })
		]);
		const gap = (): FileChild => asWritten(text.empty({ style: 'Gap' }));
		if (row.some(({ logo }) => logo)) rows.push(pictures(row, text, tables.width), gap());
		const shares = row.map(() => 1);
		rows.push(asWritten(tables.beside(shares, names)), gap());
	}
	return rows;
}

/** The logos of a row. The library makes them, since it files the pictures. */
function pictures(row: Cover['organisers'], text: WordText, width: number): FileChild {
	const column = Math.floor(width / row.length);
	return new Table({
		layout: TableLayoutType.FIXED,
		visuallyRightToLeft: text.page === 'rtl',
		width: { size: width, type: WidthType.DXA },
		columnWidths: row.map(() => column),
		borders: NO_EDGES,
		rows: [
			new TableRow({
				cantSplit: true,
				children: row.map(
					({ logo, name }) =>
						new TableCell({
							children: [
								new Paragraph({
									bidirectional: text.page === 'rtl',
									alignment: AlignmentType.CENTER,
									children: logo ? [picture(logo, name)] : []
								})
							]
						})
				)
			})
		]
	});
}

function picture(logo: CoverLogo, organiser: string): ImageRun {
	const name = cleanText(organiser);
	const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
	return new ImageRun({
		type: logo.kind,
		data: logo.bytes,
		transformation: {
			width: Math.round(logo.width * scale),
			height: Math.round(logo.height * scale)
		},
		altText: { name, description: name, title: name }
	});
}
