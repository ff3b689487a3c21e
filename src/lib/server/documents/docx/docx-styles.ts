import { BorderStyle, LineRuleType, type IPropertiesOptions } from 'docx';
import type { Locale } from '#lib/domain/text/locale.ts';
import { directionOf } from '#lib/domain/text/locale.ts';
import { FONT_FAMILIES } from '../content/document-fonts.ts';
import { PALETTE } from '../content/document-palette.ts';

/** Ids of the paragraph styles; headings and the title are Word's own. */
const WORD_STYLES = [
	'Title',
	'Heading1',
	'Heading2',
	'Heading3',
	'Heading4',
	'CoverLine',
	'CoverSmall',
	'ContentsTitle',
	'Lead',
	'Muted',
	'Warning',
	'TableText',
	'TableHead',
	'FigureValue',
	'FigureLabel',
	'SheetPlace',
	'Foot',
	'Gap'
] as const;
export type WordStyle = (typeof WORD_STYLES)[number] | ContentsStyle;
type ContentsStyle = 'TOC1' | 'TOC2' | 'TOC3';

/** Arabic letters are drawn a step larger than Latin ones of the same number. */
const ARABIC_STEP = 1.12;

/** Sizes in points, space in points, line as a multiple. */
interface Look {
	readonly size: number;
	readonly bold?: boolean;
	readonly color?: string;
	readonly before?: number;
	readonly after?: number;
	readonly keepNext?: boolean;
	readonly line?: number;
}

const LOOKS: Record<WordStyle, Look> = {
	Title: { size: 27, bold: true, before: 16, after: 16, line: 1 },
	Heading1: { size: 21, bold: true, color: PALETTE.primary, after: 8, keepNext: true, line: 1 },
	Heading2: { size: 13.5, bold: true, before: 12, after: 5, keepNext: true, line: 1 },
	Heading3: { size: 15, bold: true, after: 5, keepNext: true, line: 0.95 },
	CoverLine: { size: 13, before: 2, after: 2, line: 1 },
	CoverSmall: { size: 10.5, color: PALETTE.muted, before: 1, after: 1, line: 1 },
	ContentsTitle: {
		size: 21,
		bold: true,
		color: PALETTE.primary,
		after: 4,
		keepNext: true,
		line: 1
	},
	Lead: { size: 11.5, after: 12, line: 1.15 },
	Muted: { size: 10, color: PALETTE.muted, after: 6, line: 1 },
	Warning: { size: 10.5, before: 4, after: 4, line: 1 },
	TableText: { size: 9, line: 0.95 },
	TableHead: { size: 8.5, bold: true, color: PALETTE.muted, keepNext: true, line: 0.95 },
	FigureValue: { size: 21, bold: true, color: PALETTE.primary, before: 4, line: 0.9 },
	FigureLabel: { size: 9.5, color: PALETTE.muted, after: 4, line: 0.95 },
	SheetPlace: { size: 9.5, color: PALETTE.muted, keepNext: true, line: 1 },
	Heading4: { size: 11, bold: true, before: 6, after: 1, keepNext: true, line: 0.95 },
	Gap: { size: 2, line: 1 },
	Foot: { size: 8, color: PALETTE.muted, line: 0.95 },
	TOC1: { size: 10.5, bold: true, before: 4, line: 0.95 },
	TOC2: { size: 10, before: 1, line: 0.95 },
	TOC3: { size: 9.5, color: PALETTE.muted, line: 0.95 }
};

const NAMES: Partial<Record<WordStyle, string>> = {
	CoverLine: 'Cover line',
	CoverSmall: 'Cover small',
	ContentsTitle: 'Contents title',
	TableText: 'Table text',
	TableHead: 'Table head',
	FigureValue: 'Figure value',
	FigureLabel: 'Figure label',
	SheetPlace: 'Sheet place'
};

const LANGUAGES: Record<Locale, string> = { ar: 'fr-MA', fr: 'fr-MA', en: 'en-GB' };

/**
 * The styles of a document: every size, weight and font is given for Latin and for complex script, so
 * a person who changes a style in Word changes the whole document.
 */
export function wordStyles(locale: Locale): NonNullable<IPropertiesOptions['styles']> {
	const bidirectional = directionOf(locale) === 'rtl';
	const own = WORD_STYLES.filter(
		(id) => id in NAMES || ['Lead', 'Muted', 'Warning', 'Foot', 'Gap'].includes(id)
	);
	return {
		default: {
			document: {
				run: {
					font: {
						ascii: FONT_FAMILIES.latin,
						hAnsi: FONT_FAMILIES.latin,
						eastAsia: FONT_FAMILIES.latin,
						cs: FONT_FAMILIES.arabic
					},
					color: PALETTE.ink,
					...sizes(10),
					language: { value: LANGUAGES[locale], bidirectional: 'ar-MA' }
				},
				paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } }
			},
			title: styleOf('Title', bidirectional),
			heading1: styleOf('Heading1', bidirectional),
			heading2: styleOf('Heading2', bidirectional),
			heading4: styleOf('Heading4', bidirectional),
			heading3: {
				...styleOf('Heading3', bidirectional),
				paragraph: {
					...styleOf('Heading3', bidirectional).paragraph,
					border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: PALETTE.ink, space: 6 } }
				}
			}
		},
		paragraphStyles: [
			...own.map((id) => ({
				id,
				name: NAMES[id] ?? id,
				basedOn: 'Normal',
				quickFormat: true,
				...styleOf(id, bidirectional)
			})),
			...([1, 2, 3] as const).map((level) => {
				const look = styleOf(`TOC${level}`, bidirectional);
				return {
					id: `TOC${level}`,
					name: `toc ${level}`,
					basedOn: 'Normal',
					next: 'Normal',
					run: look.run,
					paragraph: { ...look.paragraph, indent: { start: (level - 1) * 280 } }
				};
			})
		]
	};
}

function styleOf(id: WordStyle, bidirectional: boolean) {
	const { size, bold, color, keepNext = false } = LOOKS[id];
	return {
		run: {
			...sizes(size),
			bold: bold ?? false,
			boldComplexScript: bold ?? false,
			...(color ? { color } : { color: PALETTE.ink })
		},
		paragraph: {
			bidirectional,
			keepNext,
			spacing: spacingOf(id)
		}
	};
}

/** Space above, below and between the lines of a style, in twips and 240ths of a line. */
export function spacingOf(id: WordStyle | undefined) {
	const { before = 0, after = 0, line = 1 } = id ? LOOKS[id] : {};
	return {
		before: before * 20,
		after: after * 20,
		line: Math.round(line * 240),
		lineRule: LineRuleType.AUTO
	};
}

/** Half-points, for Latin and for complex script. */
function sizes(points: number) {
	return { size: points * 2, sizeComplexScript: Math.round(points * 2 * ARABIC_STEP) };
}
