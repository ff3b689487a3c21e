import type { Paragraph } from 'docx';
import {
	Bookmark,
	BuilderElement,
	XmlComponent,
	InternalHyperlink,
	LeaderType,
	Tab,
	TabStopType,
	TextRun,
	type ParagraphChild
} from 'docx';
import type { Block, DocumentContent } from '../content/document-content.ts';
import type { Span, WordText } from './docx-text.ts';

/** A heading of the document, with the bookmark that the contents lead to. */
export interface OutlineEntry {
	readonly level: 1 | 2 | 3;
	readonly text: string;
	readonly anchor: string;
}

/** The outline of a document: its headings and action sheets in order, each found by its block. */
export function outlineOf(content: DocumentContent): ReadonlyMap<Block, OutlineEntry> {
	const outline = new Map<Block, OutlineEntry>();
	for (const block of content.sections.flatMap((section) => section.blocks)) {
		const anchor = `_Toc${outline.size + 1}`;
		if (block.kind === 'heading')
			outline.set(block, { level: block.level, text: block.text, anchor });
		if (block.kind === 'sheet') {
			const text = `${block.sheet.code}\u2002${block.sheet.title}`;
			outline.set(block, { level: 3, text, anchor });
		}
	}
	return outline;
}

/** A heading that the contents and the outline pane of Word can lead to. */
export function wordHeading(
	entry: OutlineEntry,
	spans: readonly Span[],
	text: WordText,
	pageBreakBefore = false
): Paragraph {
	return text.around(spans, (runs) => [new Bookmark({ id: entry.anchor, children: runs })], {
		style: `Heading${entry.level}`,
		pageBreakBefore,
		composed: true
	});
}

/**
 * The contents as Word's own field, already filled in, so that nobody is asked to update it on opening;
 * the page numbers are written with the document. `width` is that of the text, in twips.
 */
export function wordContents(
	outline: readonly OutlineEntry[],
	text: WordText,
	width: number
): Paragraph[] {
	const last = outline.length - 1;
	return outline.map((entry, index) => {
		const link = (runs: readonly ParagraphChild[]): ParagraphChild =>
			new InternalHyperlink({
				anchor: entry.anchor,
				children: [
					...runs,
					field([new Tab()]),
					field([
						fieldMark('begin'),
						new FieldCode(`PAGEREF ${entry.anchor} \\h`),
						fieldMark('separate'),
						fieldMark('end')
					])
				]
			});
		return text.around(
			[{ text: entry.text }],
			(runs) => [
				...(index === 0
					? [field([fieldMark('begin'), new FieldCode('TOC \\h \\o "1-3"'), fieldMark('separate')])]
					: []),
				link(runs),
				...(index === last ? [field([fieldMark('end')])] : [])
			],
			{
				style: `TOC${entry.level}`,
				composed: true,
				tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }]
			}
		);
	});
}

function field(children: readonly XmlComponent[]): TextRun {
	return new TextRun({ rightToLeft: false, children });
}

function fieldMark(type: 'begin' | 'separate' | 'end'): XmlComponent {
	return new BuilderElement({
		name: 'w:fldChar',
		attributes: { type: { key: 'w:fldCharType', value: type } }
	});
}

/** What a field does. */
class FieldCode extends XmlComponent {
	constructor(code: string) {
		super('w:instrText');
		this.root.push(code);
	}
}
