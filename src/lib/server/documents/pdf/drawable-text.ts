import { withOwnBullets } from '#lib/domain/text/lists/own-bullets.ts';
import { cleanText } from '../content/clean-text.ts';
import { documentFonts } from '../content/document-fonts.ts';
import { readFont } from '../content/font-file.ts';
import { nearestSign } from './nearest-sign.ts';

/** Stands for a character that none of the fonts has; the fonts have this one. */
const UNKNOWN = '\uFFFD';
/** Joiners and marks of direction are obeyed, not drawn; spaces need no glyph. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/u;
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

let known: ReadonlySet<number> | undefined;

/** A text as the shipped fonts can draw it, and how many letters of it they cannot draw at all. */
export interface DrawableText {
	readonly text: string;
	readonly lost: number;
}

/**
 * A text that the shipped fonts can draw whole: an accessible PDF with a character that no font has is
 * refused as a whole. Such a character becomes the plain sign that is nearest to it, and one of a script
 * that no font has becomes a replacement mark, which is counted: the file says so. Word keeps the original.
 */
export function drawableText(given: string): DrawableText {
	const clean = cleanText(given);
	known ??= coverageOfFonts();
	if ([...clean].every(isDrawable)) return { text: clean, lost: 0 };
	let text = '';
	let lost = 0;
	for (const { segment } of graphemes.segment(clean)) {
		const plain = [...segment].every(isDrawable) ? segment : plainly(segment);
		text += plain ?? UNKNOWN;
		if (plain === null) lost++;
	}
	return { text, lost };
}

/** A sign that the PDF draws otherwise: as another one, or, where `drawn` is null, as a mark for what is lost. */
export interface RedrawnSign {
	readonly sign: string;
	readonly drawn: string | null;
	/** How many times. */
	readonly count: number;
}

/** What of these texts the PDF draws otherwise, what is lost first, then the most frequent one. */
export function redrawnSigns(texts: Iterable<string>): RedrawnSign[] {
	known ??= coverageOfFonts();
	const found = new Map<string, RedrawnSign>();
	for (const text of texts) {
		const clean = withOwnBullets(cleanText(text));
		if ([...clean].every(isDrawable)) continue;
		for (const { segment: sign } of graphemes.segment(clean)) {
			if ([...sign].every(isDrawable)) continue;
			const count = (found.get(sign)?.count ?? 0) + 1;
			found.set(sign, { sign, drawn: plainly(sign), count });
		}
	}
	const lostFirst = ({ drawn }: RedrawnSign): number => (drawn === null ? 0 : 1);
	return [...found.values()].sort((a, b) => lostFirst(a) - lostFirst(b) || b.count - a.count);
}

/** A letter with its marks as the fonts have it; null when they do not have even the letter. */
function plainly(segment: string): string | null {
	const whole = nearestSign(segment, isDrawable);
	if (whole !== null) return whole;
	const [first = '', ...rest] = segment;
	const letter = isDrawable(first) ? first : nearestSign(first, isDrawable);
	return letter === null ? null : letter + rest.filter(isDrawable).join('');
}

function isDrawable(character: string): boolean {
	return INVISIBLE.test(character) || (known?.has(character.codePointAt(0) ?? 0) ?? false);
}

/** Regular faces decide: the bold ones have the same letters, the other fonts have no bold. */
function coverageOfFonts(): ReadonlySet<number> {
	const fonts = documentFonts();
	return [fonts.arabic, fonts.latin, fonts.tifinagh, fonts.emoji, fonts.symbols]
		.map((font) => new Set(readFont(font).glyphs.keys()))
		.reduce((all, own) => all.union(own));
}
