import { directionOf, type Locale } from '#lib/domain/text/locale.ts';
import { LIST_INDENT } from './docx-numbering.ts';
import { LOOKS, type Look, type WordStyle } from './docx-styles.ts';
import { CELL_ROOM } from './docx-table.ts';
import { linesOf, type MeasuredRun } from './text-widths.ts';
import type { WordNode } from './word-element.ts';

/** What stands on the pages of one section of Word, which begins a page; lengths in twips. */
export interface LaidSection {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly WordNode[];
}

/** Something that stands on one page whole, or a paragraph, which goes over to the next one. */
interface Piece {
	readonly height: number;
	/** How much of it has to fit where it begins: all of it, or of a long paragraph its first lines. */
	readonly least: number;
	readonly anchors: readonly string[];
	/** Begins a page. */
	readonly newPage: boolean;
	/** Stands on the page of the piece after it. */
	readonly keepNext: boolean;
	/** What stands over it again where it begins a page: the head of its table. */
	readonly again: number;
}

const POINT = 20;
const LINE = 8;

/**
 * Works out on which page each bookmark stands, `first` being the page on which the first section begins, so
 * that a document's contents are right before anybody updates them. Lines are broken by the widths of the
 * fonts that the file carries and rows stay whole; Word may break a line elsewhere now and then, so that a
 * number may be one off where a page is full to its last line. Laying the document out as Word does took
 * 40 ms an action, this takes a few.
 */
export function pagesOf(
	sections: readonly LaidSection[],
	{ first, locale }: { readonly first: number; readonly locale: Locale }
): ReadonlyMap<string, number> {
	const pages = new Map<string, number>();
	const measure = measuring(directionOf(locale) === 'rtl');
	let page = first - 1;
	for (const { width, height, nodes } of sections) {
		page++;
		let used = 0;
		const pieces = nodes.flatMap((node) => measure.piecesOf(node, width));
		for (const group of keptTogether(pieces)) {
			const last = group.at(-1);
			const least =
				group.slice(0, -1).reduce((sum, piece) => sum + piece.height, 0) + (last?.least ?? 0);
			// What does not fit on any page is not kept together.
			const kept = least <= height;
			if (used > 0 && (group[0]?.newPage || (kept && used + least > height))) {
				page++;
				used = group[0]?.again ?? 0;
			}
			for (const piece of group) {
				if (!kept && used > 0 && used + piece.least > height) {
					page++;
					used = piece.again;
				}
				for (const anchor of piece.anchors) pages.set(anchor, page);
				used += piece.height;
				while (used > height) {
					page++;
					used -= height;
				}
			}
		}
	}
	return pages;
}

/** How high nodes are together on one page, in twips. */
export function heightOf(nodes: readonly WordNode[], width: number, locale: Locale): number {
	const measure = measuring(directionOf(locale) === 'rtl');
	const pieces = nodes.flatMap((node) => measure.piecesOf(node, width));
	return pieces.reduce((sum, piece) => sum + piece.height, 0);
}

/** Pieces with those after them that they stand on one page with. */
function keptTogether(pieces: readonly Piece[]): Piece[][] {
	const groups: Piece[][] = [];
	let open = false;
	for (const piece of pieces) {
		if (open && !piece.newPage) groups.at(-1)?.push(piece);
		else groups.push([piece]);
		open = piece.keepNext;
	}
	return groups;
}

function measuring(rtl: boolean) {
	function piecesOf(node: WordNode, width: number): Piece[] {
		if ('w:p' in node) return [paragraphPiece(node, width)];
		const children = childrenOf(node, 'w:tbl');
		const columns = childrenOf(find(children, 'w:tblGrid'), 'w:tblGrid').map((column) =>
			numberOf(column, 'w:gridCol', 'w:w')
		);
		const rows = children.filter((child) => 'w:tr' in child).map((row) => rowPiece(row, columns));
		const head = rows[0]?.head ? rows[0].height : 0;
		return rows.map(({ head: isHead, ...piece }) => ({
			...piece,
			keepNext: piece.keepNext || isHead,
			again: isHead ? 0 : head
		}));
	}

	function rowPiece(row: WordNode, columns: readonly number[]): Piece & { head: boolean } {
		const children = childrenOf(row, 'w:tr');
		const properties = childrenOf(find(children, 'w:trPr'), 'w:trPr');
		const fixed = find(properties, 'w:trHeight');
		let column = 0;
		let tallest = 0;
		let keepNext = false;
		for (const cell of children.filter((child) => 'w:tc' in child)) {
			const parts = childrenOf(cell, 'w:tc');
			const span =
				numberOf(find(childrenOf(find(parts, 'w:tcPr'), 'w:tcPr'), 'w:gridSpan'), 'w:gridSpan') ||
				1;
			const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
			const paragraphs = parts
				.filter((part) => 'w:p' in part)
				.map((part) => paragraphPiece(part, width - 2 * CELL_ROOM.side));
			if (column === 0) keepNext = paragraphs[0]?.keepNext ?? false;
			column += span;
			const height = paragraphs.reduce((sum, piece) => sum + piece.height, 0);
			tallest = Math.max(tallest, height + 2 * CELL_ROOM.above + LINE);
		}
		const least = numberOf(fixed, 'w:trHeight');
		const exact = attributeOf(fixed, 'w:trHeight', 'w:hRule') === 'exact';
		const height = exact ? least : Math.max(least, tallest);
		return {
			height,
			least: height,
			anchors: [],
			newPage: false,
			keepNext,
			again: 0,
			head: find(properties, 'w:tblHeader') !== undefined
		};
	}

	function paragraphPiece(node: WordNode, width: number): Piece {
		const children = childrenOf(node, 'w:p');
		const properties = childrenOf(find(children, 'w:pPr'), 'w:pPr');
		const style = attributeOf(find(properties, 'w:pStyle'), 'w:pStyle', 'w:val') as WordStyle | '';
		const look: Look = style === '' ? { size: 10 } : LOOKS[style];
		const spacing = find(properties, 'w:spacing');
		const indent = /^TOC\d$/.test(style)
			? (Number(style.slice(3)) - 1) * 280
			: find(properties, 'w:numPr')
				? LIST_INDENT.text
				: 0;
		const lines = linesOf(runsOf(children, look.bold ?? false, rtl), look.size, width - indent);
		const before = spacing
			? numberOf(spacing, 'w:spacing', 'w:before')
			: (look.before ?? 0) * POINT;
		const after = spacing ? numberOf(spacing, 'w:spacing', 'w:after') : (look.after ?? 0) * POINT;
		const line = (lines.height / lines.count) * POINT * (look.line ?? 1);
		return {
			height: before + line * lines.count + after,
			least: lines.count > 3 ? before + 2 * line : before + line * lines.count,
			anchors: children
				.filter((child) => 'w:bookmarkStart' in child)
				.map((child) => attributeOf(child, 'w:bookmarkStart', 'w:name')),
			newPage: find(properties, 'w:pageBreakBefore') !== undefined,
			keepNext: (look.keepNext ?? false) || find(properties, 'w:keepNext') !== undefined,
			again: 0
		};
	}

	return { piecesOf };
}

function runsOf(children: readonly WordNode[], bold: boolean, rtl: boolean): MeasuredRun[] {
	return children.flatMap((child): MeasuredRun[] => {
		if ('w:hyperlink' in child) return runsOf(childrenOf(child, 'w:hyperlink'), bold, rtl);
		if ('w:dir' in child) return runsOf(childrenOf(child, 'w:dir'), bold, rtl);
		if (!('w:r' in child)) return [];
		const parts = childrenOf(child, 'w:r');
		const look = childrenOf(find(parts, 'w:rPr'), 'w:rPr');
		const direction = find(look, 'w:rtl');
		const script =
			direction && attributeOf(direction, 'w:rtl', 'w:val') !== 'false' ? 'arabic' : 'latin';
		const own = find(look, 'w:b');
		const text = textsOf(find(parts, 'w:t'));
		return text === ''
			? []
			: [{ text, script, bold: own ? attributeOf(own, 'w:b', 'w:val') !== 'false' : bold }];
	});
}

function childrenOf(node: WordNode | undefined, name: string): WordNode[] {
	const content: unknown = node?.[name];
	return Array.isArray(content)
		? content.filter((child): child is WordNode => typeof child === 'object' && !('_attr' in child))
		: [];
}

function textsOf(node: WordNode | undefined): string {
	const content: unknown = node?.['w:t'];
	return Array.isArray(content)
		? content.filter((child): child is string => typeof child === 'string').join('')
		: '';
}

function find(nodes: readonly WordNode[], name: string): WordNode | undefined {
	return nodes.find((node) => name in node);
}

function attributeOf(node: WordNode | undefined, name: string, attribute: string): string {
	const content: unknown = node?.[name];
	const holder: unknown = Array.isArray(content) ? content[0] : content;
	if (typeof holder !== 'object' || holder === null || !('_attr' in holder)) return '';
	const value = (holder._attr as Record<string, unknown>)[attribute];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberOf(node: WordNode | undefined, name: string, attribute = 'w:val'): number {
	return Number(attributeOf(node, name, attribute));
}
