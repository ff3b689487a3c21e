import { BorderStyle, ImageRun, type FileChild, type Paragraph } from 'docx';
import { cleanText } from '../content/clean-text.ts';
import type { Cover, CoverLogo, DocumentContent } from '../content/document-content.ts';
import { PALETTE } from '../content/document-palette.ts';
import type { WordTables } from './docx-table.ts';
import type { WordText } from './docx-text.ts';

/** The largest size of a logo, in pixels at 96 to the inch. */
const LOGO = { width: 150, height: 84 };
const ORGANISERS_IN_A_ROW = 3;

/** The first page: the kingdom, who organised, the title between two lines, where and when, how complete. */
export function wordCover(
	{ cover, watermark }: DocumentContent,
	text: WordText,
	tables: WordTables
): FileChild[] {
	const bar = { style: BorderStyle.SINGLE, size: 24, color: PALETTE.primary, space: 14 } as const;
	const line = (words: string, bold = false): Paragraph[] =>
		words
			? [text.paragraph(words, { style: 'CoverLine', align: 'centre', ...(bold ? { bold } : {}) })]
			: [];
	const small = (words: string): Paragraph[] =>
		words ? [text.paragraph(words, { style: 'CoverSmall', align: 'centre' })] : [];
	return [
		...line(cover.kingdom, true),
		...line(cover.region),
		text.bare([], { before: 10 }),
		...organisers(cover, text, tables),
		text.paragraph(cover.title, {
			style: 'Title',
			align: 'centre',
			before: 60,
			after: 40,
			border: { top: bar, bottom: bar }
		}),
		...line(cover.workshop, true),
		...small(cover.programme),
		text.bare([], { before: 15 }),
		...line(cover.venue),
		...line(cover.date),
		text.bare([], { before: 25 }),
		...line(cover.version, true),
		...small(cover.versionDate),
		...(cover.warning ? [notice(cover.warning, text, tables)] : []),
		...(watermark
			? [
					text.paragraph(watermark, {
						style: 'CoverLine',
						align: 'centre',
						bold: true,
						before: 20,
						shading: { fill: PALETTE.warm }
					})
				]
			: [])
	];
}

function notice(words: string, text: WordText, tables: WordTables): FileChild {
	return tables.box([text.paragraph(words, { style: 'Warning', align: 'centre' })]);
}

function organisers(cover: Cover, text: WordText, tables: WordTables): FileChild[] {
	const rows: FileChild[] = [];
	for (let start = 0; start < cover.organisers.length; start += ORGANISERS_IN_A_ROW) {
		const row = cover.organisers.slice(start, start + ORGANISERS_IN_A_ROW);
		const shares = row.map(() => 1);
		const pictures = row.map(({ logo, name }) => [
			text.bare(logo ? [picture(logo, name)] : [], { align: 'centre' })
		]);
		const names = row.map(({ name, role }) => [
			text.paragraph(name, { style: 'CoverSmall', align: 'centre', bold: true }),
			text.paragraph(role, { style: 'CoverSmall', align: 'centre' })
		]);
		const gap = (): Paragraph => text.bare([], { style: 'Gap' });
		if (row.some(({ logo }) => logo)) rows.push(tables.beside(shares, pictures), gap());
		rows.push(tables.beside(shares, names), gap());
	}
	return rows;
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
