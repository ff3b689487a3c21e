import {
	Document,
	Footer,
	Packer,
	PageNumber,
	PageOrientation,
	SectionType,
	type FileChild,
	type ISectionOptions
} from 'docx';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, DocumentContent, Section } from '../content/document-content.ts';
import { documentFonts, FONT_FAMILIES } from '../content/document-fonts.ts';
import { outlineOf, wordContents, wordHeading, type OutlineEntry } from './docx-contents.ts';
import { wordCover } from './docx-cover.ts';
import { pageNumbers } from './docx-page-numbers.ts';
import { wordActionSheet } from './docx-action-sheet.ts';
import { wordStyles } from './docx-styles.ts';
import { wordTables, type WordTables } from './docx-table.ts';
import { wordText, type WordText } from './docx-text.ts';
import { cleanText } from '../content/clean-text.ts';
import { hasEmoji } from '../content/text-runs.ts';
import { planDocumentContent } from '../plan/plan-document-content.ts';
import type { PlanDocument } from '../plan/plan-document.ts';

/** A4 in twips, and its margins. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 820, bottom: 820, left: 1134, right: 1134, header: 500, footer: 420 };

/**
 * The plan as a Word document: real headings and contents, tables whose heads repeat, every paragraph and
 * run with its direction, the fonts inside the file.
 */
export async function docxPlan(document: PlanDocument, locale: Locale): Promise<Uint8Array> {
	return Packer.toBuffer(planWord(document, locale));
}

function planWord(document: PlanDocument, locale: Locale): Document {
	const content = planDocumentContent(document, locale);
	const text = wordText(locale);
	const upright = wordTables(text, PAGE.width - MARGIN.left - MARGIN.right);
	const turned = wordTables(text, PAGE.height - MARGIN.left - MARGIN.right);
	const fonts = documentFonts();
	const outline = outlineOf(content);
	const contents = [
		text.paragraph(content.contentsTitle, { style: 'ContentsTitle' }),
		...wordContents([...outline.values()], text, PAGE.width - MARGIN.left - MARGIN.right)
	];

	const sections: ISectionOptions[] = [
		{
			properties: pageOf(false),
			children: wordCover(content, text, upright)
		},
		...grouped(content.sections).map(({ landscape, sections: group }, index) => {
			const tables = landscape ? turned : upright;
			const front = index === 0 ? contents : [];
			return {
				properties: pageOf(landscape),
				footers: { default: foot(content, text, tables) },
				children: [
					...front,
					...group.flatMap((section, at) =>
						wordBlocks(section.blocks, outline, text, tables, at > 0 || front.length > 0)
					)
				]
			};
		})
	];

	return new Document({
		title: cleanText(content.cover.title),
		subject: cleanText(content.cover.workshop),
		creator: cleanText(content.bodies),
		lastModifiedBy: cleanText(content.bodies),
		description: content.watermark ?? content.cover.version,
		styles: wordStyles(locale),
		fonts: [
			{ name: FONT_FAMILIES.arabic, data: fonts.arabic, bold: fonts.arabicBold },
			{ name: FONT_FAMILIES.latin, data: fonts.latin, bold: fonts.latinBold },
			{ name: FONT_FAMILIES.tifinagh, data: fonts.tifinagh },
			// As large as all the others together.
			...(hasEmoji(JSON.stringify(content))
				? [{ name: FONT_FAMILIES.emoji, data: fonts.emoji }]
				: [])
		],
		pageNumbers,
		sections
	});
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

function wordBlocks(
	blocks: readonly Block[],
	outline: ReadonlyMap<Block, OutlineEntry>,
	text: WordText,
	tables: WordTables,
	newPage: boolean
): FileChild[] {
	return blocks.flatMap((block, index): FileChild[] => {
		const pageBreakBefore = newPage && index === 0;
		const entry = outline.get(block);
		switch (block.kind) {
			case 'heading':
				return entry ? [wordHeading(entry, [{ text: block.text }], text, pageBreakBefore)] : [];
			case 'paragraph':
				if (block.tone === 'warning') {
					return [tables.box([text.paragraph(block.text, { style: 'Warning' })])];
				}
				return [text.paragraph(block.text, { style: block.tone === 'body' ? 'Lead' : 'Muted' })];
			case 'figures':
				return [tables.figures(block.figures), text.bare([], { style: 'Gap' })];
			case 'table':
				return [tables.table(block.table), text.bare([], { style: 'Gap' })];
			case 'sheet':
				return entry
					? wordActionSheet(block.sheet, entry, text, tables, blocks[index - 1]?.kind === 'sheet')
					: [];
		}
	});
}

/** Both bodies, the watermark of illustrative data, and the page of how many. */
function foot(content: DocumentContent, text: WordText, tables: WordTables): Footer {
	const names = [text.paragraph(content.bodies, { style: 'Foot' })];
	if (content.watermark)
		names.push(text.paragraph(content.watermark, { style: 'Foot', bold: true }));
	const marks = { page: '\uE000', pages: '\uE001' };
	const words: string = m.document_page_of(marks, { locale: content.locale });
	const spans = words.split(/([\uE000\uE001])/u).map((part) => {
		if (part === marks.page) return { text: '', field: PageNumber.CURRENT };
		if (part === marks.pages) return { text: '', field: PageNumber.TOTAL_PAGES };
		return { text: part };
	});
	const page = text.paragraph(spans, { style: 'Foot', align: 'end' });
	return new Footer({
		children: [tables.beside([84, 16], [names, [page]], true), text.bare([], { style: 'Gap' })]
	});
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
