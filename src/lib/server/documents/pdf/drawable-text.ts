import { cleanText } from '../content/clean-text.ts';
import { fontCoverage } from './font-coverage.ts';
import { documentFonts } from '../content/document-fonts.ts';

/** Stands for a character that none of the fonts has; the fonts have this one. */
const UNKNOWN = '\uFFFD';
/** Joiners and marks of direction are obeyed, not drawn; spaces need no glyph. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/u;
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

let known: ReadonlySet<number> | undefined;

/**
 * A text that the shipped fonts can draw whole: an accessible PDF with a character that no font has is
 * refused as a whole, so what is of a rare script becomes one replacement mark. Word keeps the original.
 */
export function drawableText(text: string): string {
	const clean = cleanText(text);
	known ??= coverageOfFonts();
	if ([...clean].every(isDrawable)) return clean;
	let drawn = '';
	for (const { segment } of graphemes.segment(clean)) {
		const points = [...segment];
		drawn += isDrawable(points[0] ?? '') ? points.filter(isDrawable).join('') : UNKNOWN;
	}
	return drawn;
}

function isDrawable(character: string): boolean {
	return INVISIBLE.test(character) || (known?.has(character.codePointAt(0) ?? 0) ?? false);
}

/** Regular faces decide: the bold ones have the same letters, the other fonts have no bold. */
function coverageOfFonts(): ReadonlySet<number> {
	const fonts = documentFonts();
	return [fonts.arabic, fonts.latin, fonts.tifinagh, fonts.emoji, fonts.symbols]
		.map(fontCoverage)
		.reduce((all, own) => all.union(own), new Set<number>());
}
