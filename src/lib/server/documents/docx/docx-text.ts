import { directionOf, type Locale } from '#lib/domain/text/locale.ts';
import { withOwnBullets } from '#lib/domain/text/lists/own-bullets.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { cleanText } from '../content/clean-text.ts';
import { FONT_FAMILIES } from '../content/document-fonts.ts';
import { directedRuns, type DirectedText } from '../content/text-runs.ts';
import { spacingOf, type WordStyle } from './docx-styles.ts';
import { element, valued, type WordNode } from './word-element.ts';

/** How a paragraph differs from its style. */
export interface TextOptions {
	readonly style?: WordStyle;
	/** The side of the page: the language's own start, its end, the middle, or the right for figures. */
	readonly align?: Side;
	readonly bold?: boolean;
	/** Follows the document whatever its letters are: words that the document put together. */
	readonly composed?: boolean;
	/** Space above and below in points, instead of the style's. */
	readonly before?: number;
	readonly after?: number;
	readonly keepNext?: boolean;
	readonly pageBreakBefore?: boolean;
	/** A line above and below, in the given colour. */
	readonly between?: string;
	/** The colour behind the paragraph. */
	readonly fill?: string;
	/** Where a dotted line to a page number ends, in twips. */
	readonly leaderTo?: number;
	/** Stands in a list: which of the document's lists, bulleted or numbered anew. */
	readonly list?: number;
}
type Side = 'start' | 'end' | 'centre' | 'figure';
type Direction = 'rtl' | 'ltr';

/** A stretch of a paragraph with its own look. */
export interface Span {
	readonly text: string;
	readonly bold?: boolean;
	readonly color?: string;
	readonly fill?: string;
	/** A field that Word fills in, instead of the text. */
	readonly field?: 'PAGE' | 'NUMPAGES';
}

/**
 * The only way by which text gets into a Word document. Each paragraph says its direction, each run its
 * direction, and bold is set for both kinds of script, so that no caller can forget one of them.
 * A paragraph has the direction of its text and stands on the side where the document's
 * language begins.
 */
export function wordText(locale: Locale) {
	const page = directionOf(locale);

	function runs(spans: readonly Span[], direction: Direction, bold?: boolean): WordNode[] {
		return spans.flatMap(({ text, field, bold: own, color, fill }) => {
			const look = { bold: own ?? bold, color, fill };
			if (field) return [fieldRun(field, look)];
			const made = ({ text, direction, font }: DirectedText): WordNode =>
				element('w:r', null, [
					properties({ ...look, font }, direction),
					element('w:t', { 'xml:space': 'preserve' }, [text])
				]);
			return stretches(directedRuns(inOneLine(text), direction)).flatMap(({ within, parts }) => {
				const inOrder = parts.map(made);
				// Runs in the order of another direction than the paragraph's: an isolate, in Word's terms.
				return within && inOrder.length > 1
					? [element('w:dir', { 'w:val': within }, inOrder)]
					: inOrder;
			});
		});
	}

	/** A paragraph whose runs `wrap` puts into a bookmark or a link. */
	function around(
		spans: readonly Span[],
		wrap: (runs: readonly WordNode[]) => readonly WordNode[],
		options: TextOptions = {}
	): WordNode {
		const whole = spans.map((span) => span.text).join('');
		const direction = options.composed ? page : writingDirection(whole, page);
		return element('w:p', null, [
			paragraphProperties(options, direction, page),
			...wrap(runs(spans, direction, options.bold))
		]);
	}

	/** A paragraph of one text or of several stretches. */
	function paragraph(content: string | readonly Span[], options: TextOptions = {}): WordNode {
		return around(typeof content === 'string' ? [{ text: content }] : content, same, options);
	}

	/** A paragraph without any text. */
	function empty(options: TextOptions = {}): WordNode {
		return element('w:p', null, [paragraphProperties(options, page, page)]);
	}

	return { page, paragraph, around, empty };
}

/** A run of Word shows no line feed: the words on both its sides are held apart by a space. */
function inOneLine(text: string): string {
	return withOwnBullets(cleanText(text)).replaceAll('\n', ' ');
}

export type WordText = ReturnType<typeof wordText>;

/** A run that says its direction and holds the given parts of a field. */
export function plainRun(parts: readonly WordNode[]): WordNode {
	return element('w:r', null, [properties({}, 'ltr'), ...parts]);
}

/** The parts of a field with the one text that it shows until Word works it out anew. */
export function fieldParts(code: string, shown: readonly string[]): WordNode[] {
	const mark = (type: string): WordNode => element('w:fldChar', { 'w:fldCharType': type });
	return [
		mark('begin'),
		element('w:instrText', { 'xml:space': 'preserve' }, [code]),
		mark('separate'),
		element('w:t', null, shown),
		mark('end')
	];
}

const same = (runs: readonly WordNode[]): readonly WordNode[] => runs;

interface Look {
	readonly bold?: boolean | undefined;
	readonly color?: string | undefined;
	readonly fill?: string | undefined;
	readonly font?: DirectedText['font'];
}

function fieldRun(code: string, look: Look): WordNode {
	return element('w:r', null, [properties(look, 'ltr'), ...fieldParts(code, ['1'])]);
}

/** In the order that the format asks for. */
function properties({ bold, color, fill, font }: Look, direction: Direction): WordNode {
	const parts: WordNode[] = [];
	if (font) {
		const family = FONT_FAMILIES[font];
		// Word asks for a font by kind of script.
		parts.push(
			element('w:rFonts', {
				'w:ascii': family,
				'w:cs': family,
				'w:eastAsia': family,
				'w:hAnsi': family
			})
		);
	}
	if (bold !== undefined)
		parts.push(bold ? BOLD : valued('w:b', 'false'), bold ? BOLD_CS : valued('w:bCs', 'false'));
	if (color) parts.push(valued('w:color', color));
	if (fill) parts.push(element('w:shd', { 'w:fill': fill, 'w:val': 'clear' }));
	parts.push(direction === 'rtl' ? RTL : LTR);
	return { 'w:rPr': parts };
}

const BOLD = element('w:b');
const BOLD_CS = element('w:bCs');
const RTL = element('w:rtl');
const LTR = valued('w:rtl', 'false');

/** In the order that the format asks for. */
function paragraphProperties(
	options: TextOptions,
	direction: Direction,
	page: Direction
): WordNode {
	const { style, before, after, between, fill, leaderTo, list } = options;
	const parts: WordNode[] = [];
	if (style) parts.push(valued('w:pStyle', style));
	if (options.keepNext) parts.push(element('w:keepNext'));
	if (options.pageBreakBefore) parts.push(element('w:pageBreakBefore'));
	if (list !== undefined)
		parts.push(element('w:numPr', null, [valued('w:ilvl', 0), valued('w:numId', list)]));
	if (between) {
		const line = { 'w:val': 'single', 'w:color': between, 'w:sz': 24, 'w:space': 14 };
		parts.push(element('w:pBdr', null, [element('w:top', line), element('w:bottom', line)]));
	}
	if (fill) parts.push(element('w:shd', { 'w:fill': fill, 'w:val': 'clear' }));
	if (leaderTo !== undefined) {
		const stop = { 'w:val': 'right', 'w:pos': leaderTo, 'w:leader': 'dot' };
		parts.push(element('w:tabs', null, [element('w:tab', stop)]));
	}
	parts.push(direction === 'rtl' ? element('w:bidi') : valued('w:bidi', 'false'));
	if (before !== undefined || after !== undefined) {
		const { before: above, after: below, line } = spacingOf(style);
		parts.push(
			element('w:spacing', {
				'w:before': before === undefined ? above : before * 20,
				'w:after': after === undefined ? below : after * 20,
				'w:line': line,
				'w:lineRule': 'auto'
			})
		);
	}
	parts.push(valued('w:jc', justification(options.align ?? 'start', direction, page)));
	return { 'w:pPr': parts };
}

/** Word counts the sides of a paragraph from where its direction begins, and calls that side the left. */
function justification(side: Side, direction: Direction, page: Direction): string {
	if (side === 'centre') return 'center';
	const right = side === 'figure' || (side === 'start') === (page === 'rtl');
	return right === (direction === 'rtl') ? 'left' : 'right';
}

/** Neighbours that stand in one quotation, or in none. */
function stretches(
	runs: readonly DirectedText[]
): { within: DirectedText['within']; parts: DirectedText[] }[] {
	const found: { within: DirectedText['within']; parts: DirectedText[] }[] = [];
	for (const run of runs) {
		const last = found.at(-1);
		if (last?.within === run.within) last.parts.push(run);
		else found.push({ within: run.within, parts: [run] });
	}
	return found;
}
