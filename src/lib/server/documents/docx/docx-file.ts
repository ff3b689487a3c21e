import {
	Document,
	Footer,
	Packer,
	PageOrientation,
	Paragraph,
	SectionType,
	type ISectionOptions
} from 'docx';
import { m } from '#lib/paraglide/messages.js';
import { cleanText } from '../content/clean-text.ts';
import type { Block, DocumentContent, Section } from '../content/document-content.ts';
import { documentFonts, FONT_FAMILIES } from '../content/document-fonts.ts';
import { PALETTE } from '../content/document-palette.ts';
import { keptWhole } from '../content/kept-whole.ts';
import { hasEmoji } from '../content/text-runs.ts';
import {
	outlineOf,
	wordContents,
	wordHeading,
	type OutlineEntry,
	type WordContents
} from './docx-contents.ts';
import { wordCover } from './docx-cover.ts';
import { BULLETS, wordNumbering } from './docx-numbering.ts';
import { heightOf, pagesOf } from './docx-pages.ts';
import { wordStyles } from './docx-styles.ts';
import { wordTables, type WordTables } from './docx-table.ts';
import { wordText, type Span, type WordText } from './docx-text.ts';
import { asWritten, asWrittenInFoot, type WordNode } from './word-element.ts';

/** A4 in twips, and its margins. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 820, bottom: 820, left: 1134, right: 1134, header: 500, footer: 420 };
const UPRIGHT = PAGE.width - MARGIN.left - MARGIN.right;
const TURNED = PAGE.height - MARGIN.left - MARGIN.right;

/**
 * A document as a Word file: real headings and contents, tables whose heads repeat, every paragraph and run
 * with its direction, the fonts inside the file.
 */
export async function docxFile(content: DocumentContent): Promise<Uint8Array> {
	const { document, numbered } = wordDocument(content);
	return Packer.toBuffer(document, undefined, [
		{ path: 'word/numbering.xml', data: wordNumbering(numbered) }
	]);
}

function wordDocument(content: DocumentContent): { document: Document; numbered: number } {
	const text = wordText(content.locale);
	const upright = wordTables(text, UPRIGHT);
	const turned = wordTables(text, TURNED);
	const fonts = documentFonts();
	const outline = outlineOf(content);
	let numbered = 0;
	const nextList = (): number => BULLETS + ++numbered;

	const contents = wordContents([...outline.values()], text, UPRIGHT);
	const groups = grouped(content.sections).map(({ landscape, sections }) => {
		const tables = landscape ? turned : upright;
		const feet = foot(content, text, tables);
		// A foot that is higher than the margin pushes the text up.
		const below = MARGIN.footer + heightOf(feet, tables.width, content.locale);
		const room = (landscape ? PAGE.width : PAGE.height) - MARGIN.top;
		return {
			landscape,
			feet,
			width: tables.width,
			height: room - Math.max(MARGIN.bottom, below),
			nodes: sections.flatMap((section, at) =>
				wordBlocks(section.blocks, at > 0, { outline, text, tables, nextList, contents })
			)
		};
	});
	// The cover is the first page.
	contents.fill(pagesOf(groups, { first: 2, locale: content.locale }));

	const sections: ISectionOptions[] = [
		{
			properties: pageOf(false),
			children: [...wordCover(content, text, upright), sectionEnd(text)]
		},
		...groups.map(({ landscape, feet, nodes }) => ({
			properties: pageOf(landscape),
			footers: { default: new Footer({ children: feet.map(asWrittenInFoot) }) },
			children: [...nodes.map(asWritten), sectionEnd(text)]
		}))
	];

	const document = new Document({
		title: cleanText(content.cover.title),
		subject: cleanText(content.cover.workshop),
		creator: cleanText(content.bodies),
		lastModifiedBy: cleanText(content.bodies),
		description: content.watermark ?? content.cover.version,
		styles: wordStyles(content.locale),
		fonts: [
			{ name: FONT_FAMILIES.arabic, data: fonts.arabic, bold: fonts.arabicBold },
			{ name: FONT_FAMILIES.latin, data: fonts.latin, bold: fonts.latinBold },
			{ name: FONT_FAMILIES.tifinagh, data: fonts.tifinagh },
			// As large as all the others together.
			...(hasEmoji(JSON.stringify(content))
				? [{ name: FONT_FAMILIES.emoji, data: fonts.emoji }]
				: [])
		],
		sections
	});
	return { document, numbered };
}

/** What the library writes a section's pages into; it would add a whole line if it were not there. */
function sectionEnd(text: WordText): Paragraph {
	return new Paragraph({ style: 'Gap', bidirectional: text.page === 'rtl' });
}

/** Sections that follow each other on pages of one orientation share a section of Word. */
function grouped(sections: readonly Section[]): { landscape: boolean; sections: Section[] }[] {
	const groups: { landscape: boolean; sections: Section[] }[] = [];
	for (const section of sections) {
		const last = groups.at(-1);
		if (last?.landscape === section.landscape) last.sections.push(section);
		else groups.push({ landscape: section.landscape, sections: [section] });
	}
	return groups;
}

/** What writing a block needs. */
interface Writing {
	readonly outline: ReadonlyMap<Block, OutlineEntry>;
	readonly text: WordText;
	readonly tables: WordTables;
	/** The number of another numbered list. */
	readonly nextList: () => number;
	readonly contents: WordContents;
}

function wordBlocks(blocks: readonly Block[], newPage: boolean, writing: Writing): WordNode[] {
	return blocks.flatMap((block, index) =>
		wordBlock(block, newPage && index === 0, keptWhole(blocks, index), writing)
	);
}

/**
 * Only what may begin a section takes notice of `pageBreakBefore`: a heading, a line over one, the contents.
 * `kept` keeps the rows of a table or of fields on one page.
 */
function wordBlock(
	block: Block,
	pageBreakBefore: boolean,
	kept: boolean,
	writing: Writing
): WordNode[] {
	const { text, tables, outline } = writing;
	const gap = (): WordNode => text.empty({ style: 'Gap' });
	switch (block.kind) {
		case 'heading': {
			const entry = outline.get(block);
			if (!entry) return [text.paragraph(block.text, { style: 'Heading4' })];
			const code: Span[] =
				block.code === undefined
					? []
					: [{ text: block.code, color: PALETTE.primary }, { text: '\u2002' }];
			return [wordHeading(entry, [...code, { text: block.text }], text, pageBreakBefore)];
		}
		case 'contents':
			return [
				text.paragraph(block.title, { style: 'ContentsTitle', pageBreakBefore }),
				...writing.contents.nodes
			];
		case 'paragraph':
			return wordParagraph(block, pageBreakBefore, writing);
		case 'list': {
			const list = block.ordered ? writing.nextList() : BULLETS;
			return block.items.map((item) => text.paragraph(item, { style: 'ListItem', list }));
		}
		case 'quotation': {
			const lines = [text.paragraph(block.text, { style: 'Quotation' })];
			if (block.source !== null)
				lines.push(text.paragraph(block.source, { style: 'QuotationSource' }));
			return [tables.quotation(lines), gap()];
		}
		case 'figures':
			return [tables.figures(block.figures), gap()];
		case 'table':
			return [tables.table(block.table, kept), gap()];
		case 'fields':
			return [tables.fields(block.fields, kept), gap()];
		case 'marks':
			return [
				text.paragraph(
					block.marks.flatMap(({ text: words, warm }, index): Span[] => [
						...(index > 0 ? [{ text: '\u2002' }] : []),
						{
							text: `\u00A0${words}\u00A0`,
							bold: true,
							fill: warm ? PALETTE.warmSoft : PALETTE.primarySoft
						}
					]),
					{ style: 'TableText', before: 1, after: 4, keepNext: true }
				)
			];
		case 'steps':
			return [tables.steps(block.done, block.of), gap()];
		case 'chart':
			return [
				text.paragraph(block.chart.caption, { style: 'Caption' }),
				tables.bars(block.chart),
				gap(),
				tables.table(block.chart.table),
				gap()
			];
		case 'signatures':
			return [tables.signatures(block.places), gap()];
	}
}

const PARAGRAPH_STYLES = { body: 'Lead', muted: 'Muted', over: 'SheetPlace' } as const;

function wordParagraph(
	{ tone, text: words }: Extract<Block, { kind: 'paragraph' }>,
	pageBreakBefore: boolean,
	{ text, tables }: Writing
): WordNode[] {
	if (tone !== 'warning')
		return [text.paragraph(words, { style: PARAGRAPH_STYLES[tone], pageBreakBefore })];
	return [tables.box([text.paragraph(words, { style: 'Warning' })]), text.empty({ style: 'Gap' })];
}

/** Both bodies, the watermark of illustrative data, and the page of how many. */
function foot(content: DocumentContent, text: WordText, tables: WordTables): WordNode[] {
	const names = [text.paragraph(content.bodies, { style: 'Foot' })];
	if (content.watermark)
		names.push(text.paragraph(content.watermark, { style: 'Foot', bold: true }));
	const marks = { page: '\uE000', pages: '\uE001' };
	const words: string = m.document_page_of(marks, { locale: content.locale });
	const spans = words.split(/([\uE000\uE001])/u).map((part): Span => {
		if (part === marks.page) return { text: '', field: 'PAGE' };
		if (part === marks.pages) return { text: '', field: 'NUMPAGES' };
		return { text: part };
	});
	const page = text.paragraph(spans, { style: 'Foot', align: 'end' });
	return [tables.beside([84, 16], [names, [page]], true), text.empty({ style: 'Gap' })];
}

function pageOf(landscape: boolean): NonNullable<ISectionOptions['properties']> {
	return {
		type: SectionType.NEXT_PAGE,
		page: {
			margin: MARGIN,
			size: {
				...PAGE,
				orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
			}
		}
	};
}
