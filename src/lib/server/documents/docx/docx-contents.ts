import type { Block, DocumentContent } from '../content/document-content.ts';
import { fieldParts, plainRun, type Span, type WordText } from './docx-text.ts';
import { element, type WordNode } from './word-element.ts';

/** A heading of the document, with the bookmark that the contents lead to. */
export interface OutlineEntry {
	readonly level: 1 | 2 | 3;
	readonly text: string;
	readonly anchor: string;
	/** The bookmark's own number in the file. */
	readonly id: number;
}

/** The outline of a document: its headings of the levels 1 to 3 in order, each found by its block. */
export function outlineOf(content: DocumentContent): ReadonlyMap<Block, OutlineEntry> {
	const outline = new Map<Block, OutlineEntry>();
	for (const block of content.sections.flatMap((section) => section.blocks)) {
		if (block.kind !== 'heading' || block.level === 4) continue;
		const id = outline.size + 1;
		const { level, code, text } = block;
		outline.set(block, {
			level,
			text: code === undefined ? text : `${code}\u2002${text}`,
			anchor: `_Toc${id}`,
			id
		});
	}
	return outline;
}

/** A heading that the contents and the outline pane of Word can lead to. */
export function wordHeading(
	entry: OutlineEntry,
	spans: readonly Span[],
	text: WordText,
	pageBreakBefore = false
): WordNode {
	const { id, anchor, level } = entry;
	return text.around(
		spans,
		(runs) => [
			element('w:bookmarkStart', { 'w:id': id, 'w:name': anchor }),
			...runs,
			element('w:bookmarkEnd', { 'w:id': id })
		],
		{ style: `Heading${level}`, pageBreakBefore, composed: true }
	);
}

/** The contents before their pages are known, and how they are told. */
export interface WordContents {
	readonly nodes: readonly WordNode[];
	/** Writes the page of each heading, found by its bookmark. */
	fill(pages: ReadonlyMap<string, number>): void;
}

/**
 * The contents as Word's own field, already filled in, so that nobody is asked to update it on opening.
 * `width` is that of the text, in twips.
 */
export function wordContents(
	outline: readonly OutlineEntry[],
	text: WordText,
	width: number
): WordContents {
	const last = outline.length - 1;
	const mark = (type: string): WordNode => element('w:fldChar', { 'w:fldCharType': type });
	const numbers = outline.map(({ anchor }) => ({ anchor, shown: ['00'] }));
	const nodes = outline.map(({ anchor, level, text: words }, index) =>
		text.around(
			[{ text: words }],
			(runs) => [
				...(index === 0
					? [
							plainRun([
								mark('begin'),
								element('w:instrText', { 'xml:space': 'preserve' }, ['TOC \\h \\o "1-3"']),
								mark('separate')
							])
						]
					: []),
				element('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, [
					...runs,
					plainRun([element('w:tab')]),
					plainRun(fieldParts(`PAGEREF ${anchor} \\h`, numbers[index]?.shown ?? []))
				]),
				...(index === last ? [plainRun([mark('end')])] : [])
			],
			{ style: `TOC${level}`, composed: true, leaderTo: width }
		)
	);
	return {
		nodes,
		fill(pages) {
			for (const { anchor, shown } of numbers) shown[0] = String(pages.get(anchor) ?? 1);
		}
	};
}
