import {
	AlignmentType,
	BuilderElement,
	Paragraph,
	TextRun,
	type IParagraphOptions,
	type IRunOptions,
	type ParagraphChild,
	type XmlComponent
} from 'docx';
import { directionOf, type Locale } from '#lib/domain/text/locale.ts';
import { cleanText } from '../content/clean-text.ts';
import { FONT_FAMILIES } from '../content/document-fonts.ts';
import { spacingOf, type WordStyle } from './docx-styles.ts';
import { writingDirection } from '#lib/domain/text/writing-direction.ts';
import { directedRuns, type DirectedText } from '../content/text-runs.ts';

/** How a paragraph differs from its style. */
export interface TextOptions extends Pick<
	IParagraphOptions,
	'keepNext' | 'pageBreakBefore' | 'border' | 'shading' | 'tabStops'
> {
	readonly style?: WordStyle;
	/** The side of the page: the language's own start, its end, the middle, or the right for figures. */
	readonly align?: 'start' | 'end' | 'centre' | 'figure';
	readonly bold?: boolean;
	/** Follows the document whatever its letters are: words that the document put together. */
	readonly composed?: boolean;
	/** Space above and below in points, instead of the style's. */
	readonly before?: number;
	readonly after?: number;
}

/** A stretch of a paragraph with its own look. */
export interface Span extends Pick<IRunOptions, 'color' | 'shading'> {
	readonly text: string;
	readonly bold?: boolean;
	/** A field that Word fills in, instead of the text. */
	readonly field?: NonNullable<IRunOptions['children']>[number];
}

/**
 * The only way by which text gets into a Word document. Each paragraph says its direction, each run its
 * direction, and bold is set for both kinds of script, so that no caller can forget one of them.
 * A paragraph has the direction of its text and stands on the side where the document's
 * language begins.
 */
export function wordText(locale: Locale) {
	const page = directionOf(locale);
	const sides = {
		start: page === 'rtl' ? AlignmentType.RIGHT : AlignmentType.LEFT,
		end: page === 'rtl' ? AlignmentType.LEFT : AlignmentType.RIGHT,
		centre: AlignmentType.CENTER,
		figure: AlignmentType.RIGHT
	} as const;

	function runs(
		spans: readonly Span[],
		direction: 'rtl' | 'ltr',
		bold?: boolean
	): ParagraphChild[] {
		return spans.flatMap(({ text, field, bold: own, ...look }): ParagraphChild[] => {
			const weight = own ?? bold;
			const properties = {
				...look,
				...(weight === undefined ? {} : { bold: weight, boldComplexScript: weight })
			};
			if (field !== undefined) {
				return [new TextRun({ ...properties, rightToLeft: false, children: [field] })];
			}
			const run = ({ text, direction, font }: DirectedText): TextRun =>
				new TextRun({
					...properties,
					text,
					rightToLeft: direction === 'rtl',
					...(font ? { font: everywhere(FONT_FAMILIES[font]) } : {})
				});
			return stretches(directedRuns(cleanText(text), direction)).flatMap(({ within, parts }) => {
				const made = parts.map(run);
				return within && made.length > 1 ? [quotation(within, made)] : made;
			});
		});
	}

	function properties(options: TextOptions) {
		const { align = 'start', style, before, after } = options;
		const { keepNext, pageBreakBefore, border, shading, tabStops } = options;
		const spacing = {
			...(before === undefined ? {} : { before: before * 20 }),
			...(after === undefined ? {} : { after: after * 20 })
		};
		return {
			style,
			keepNext,
			pageBreakBefore,
			border,
			shading,
			tabStops,
			...(before === undefined && after === undefined
				? {}
				: { spacing: { ...spacingOf(style), ...spacing } }),
			alignment: sides[align]
		};
	}

	/** A paragraph whose runs `wrap` puts into a bookmark or a link. */
	function around(
		spans: readonly Span[],
		wrap: (runs: readonly ParagraphChild[]) => readonly ParagraphChild[],
		options: TextOptions = {}
	): Paragraph {
		const whole = spans.map((span) => span.text).join('');
		const direction = options.composed ? page : writingDirection(whole, page);
		return new Paragraph({
			...properties(options),
			bidirectional: direction === 'rtl',
			children: wrap(runs(spans, direction, options.bold))
		});
	}

	/** A paragraph of one text or of several stretches. */
	function paragraph(content: string | readonly Span[], options: TextOptions = {}): Paragraph {
		const spans = typeof content === 'string' ? [{ text: content }] : content;
		return around(spans, (made) => made, options);
	}

	/** A paragraph that holds a picture or nothing. */
	function bare(children: readonly ParagraphChild[], options: TextOptions = {}): Paragraph {
		return new Paragraph({ ...properties(options), bidirectional: page === 'rtl', children });
	}

	return { page, paragraph, around, bare };
}

export type WordText = ReturnType<typeof wordText>;

/** Runs in the order of `direction` inside a paragraph of the other one: an isolate, in Word's terms. */
function quotation(direction: 'rtl' | 'ltr', runs: readonly TextRun[]): ParagraphChild {
	const element: XmlComponent = new BuilderElement({
		name: 'w:dir',
		attributes: { val: { key: 'w:val', value: direction } },
		children: runs
	});
	// A paragraph takes every component, though the library names only some.
	return element as ParagraphChild;
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

/** A font for every kind of script, since Word asks by kind. */
function everywhere(font: string) {
	return { ascii: font, hAnsi: font, cs: font, eastAsia: font };
}
